# Every target sets up what it needs inside this checkout and may be run twice.
# `make demo ARGS="--port 8080"` passes arguments on to the command.
PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
SETUP := .venv/.installed
MESSAGES := .venv/.messages
ASSETS := src/wijkwerk/foundation/static/wijkwerk/.built
WORKERS ?= auto

.PHONY: help setup demo test lint types traceability bench bench-choice assets screenshots messages requirements clean
.DEFAULT_GOAL := help

help: ## Show these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

$(SETUP): requirements/dev.txt requirements/uv.txt pyproject.toml
	@echo "→ Setting up Python packages in .venv (once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt requirements/uv.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(MESSAGES): $(SETUP) $(shell find src -name '*.po' 2>/dev/null)
	@$(BIN)/python -m wijkwerk.config.messages compile
	@touch $@

$(ASSETS): $(SETUP) frontend/package-lock.json $(shell find frontend/src frontend/*.mjs -type f 2>/dev/null)
	@echo "→ Building styles and scripts"
	@$(BIN)/python frontend/build_assets.py
	@touch $@

setup: $(SETUP) $(MESSAGES) $(ASSETS) ## Install everything inside this checkout
	@:

assets: $(ASSETS) ## Build the styles and scripts
	@:

demo: setup ## Play a neighbourhood year in Deventer and serve it on localhost
	@$(BIN)/wijkwerk demo $(ARGS)

test: setup ## Run the tests (leaves out what this machine lacks, and says so)
	@$(BIN)/python -m tests.run -n $(WORKERS) $(ARGS)

lint: setup ## Style, types and arrows
	@$(BIN)/ruff check src tests bench frontend
	@$(BIN)/ruff format --check src tests bench frontend
	@$(BIN)/lint-imports
	@$(BIN)/mypy

traceability: setup ## Which requirements have a passing test
	@$(BIN)/python -m tests.traceability $(ARGS)

bench: setup ## Measure (ARGS names a benchmark)
	@$(BIN)/wijkwerk bench $(ARGS)

bench-choice: setup ## Write the tables on counting in docs/reference anew (minutes, on a quiet machine)
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@$(BIN)/uv pip sync --quiet --python .venv-bench/bin/python --require-hashes requirements/bench.txt
	@$(BIN)/python -m bench.choice.official --write
	@WIJKWERK_BENCH_OTHER=.venv-bench/bin/python $(BIN)/python -m bench.choice --write

screenshots: setup ## Pictures of every page on one contact sheet
	@$(BIN)/python -m tests.screenshots $(ARGS)

messages: setup ## Bring the English translations up to date with the code
	@$(BIN)/python -m wijkwerk.config.messages update
	@$(BIN)/python -m wijkwerk.config.messages compile

requirements: $(SETUP) ## Choose versions anew and write the hashed lists
	@$(BIN)/uv pip compile --upgrade --quiet --universal --generate-hashes --no-header pyproject.toml -o requirements/base.txt
	@$(BIN)/uv pip compile --upgrade --quiet --universal --generate-hashes --no-header --group dev pyproject.toml -o requirements/dev.txt
	@$(BIN)/uv pip compile --upgrade --quiet --universal --generate-hashes --no-header requirements/bench.in -o requirements/bench.txt

clean: ## Remove what the targets made
	rm -rf .venv .venv-bench data var screenshots frontend/node_modules src/wijkwerk/foundation/static/wijkwerk
