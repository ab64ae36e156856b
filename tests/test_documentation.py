"""Documentation that runs: tutorials are executed, links lead somewhere, terms and commands exist."""

from __future__ import annotations

import ast
import doctest
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from tests.source import PACKAGE, ROOT, capabilities, code_files

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TUTORIALS = [path for path in PAGES if path.parent.name == "tutorials"]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
# Words of the place where this was made, of which no reader knows anything.
NOT_OURS = re.compile(
    r"/work/|\.\./shared|registry\.npmjs|pypi\.org|files\.pythonhosted|registry\.yarnpkg|\bsub-?agent"
    r"|\bissues? #?\d|#\d{2,4}\b|\bhelper session|\bthe lead\b|\bbrief\.md",
    re.IGNORECASE,
)
TEXT_FILES = {
    ".md",
    ".py",
    ".html",
    ".txt",
    ".toml",
    ".yml",
    ".yaml",
    ".ts",
    ".mjs",
    ".css",
    ".json",
    ".po",
    ".cfg",
}


def relative(path: Path) -> str:
    """For names of tests."""
    return str(path.relative_to(ROOT))


@cache
def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?:|mailto:", target):
            continue
        name, _hash, anchor = target.partition("#")
        aim = (page.parent / name).resolve() if name else page
        assert aim.exists(), f"{relative(page)} points at {target}"
        if anchor and aim.suffix == ".md":
            assert anchor in anchors(aim), f"{relative(page)} points at {target}"


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_files_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|docs|tests|bench|frontend|requirements)/[\w./-]+\.\w+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []
    # Within the package, as the table of mechanisms names them.
    within = "|".join(path.name for path in capabilities())
    named = re.findall(rf"`((?:{within})/[\w./-]*)`", text)
    assert [name for name in named if not (PACKAGE / name).exists()] == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("tutorial", TUTORIALS, ids=relative)
def test_the_tutorial_still_works(tutorial: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    steps = re.findall(r"```python\n(.*?)```", tutorial.read_text(encoding="utf-8"), re.DOTALL)
    if any(step.startswith(">>>") for step in steps):
        typed = doctest.DocTestParser().get_doctest("\n".join(steps), {}, tutorial.name, None, 0)
        assert doctest.DocTestRunner().run(typed).failed == 0
    else:
        exec(compile("\n".join(steps), tutorial.name, "exec"), {"__name__": "tutorial"})


# --- The glossary


def terms() -> list[tuple[str, str, str]]:
    """Every row of the glossary: Dutch, identifier, where."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return re.findall(r"^\| ([^|]+?) \| `(\w+)` \| (\w+) \|", text, re.MULTILINE)


def test_the_glossary_is_a_glossary() -> None:
    found = terms()
    assert len(found) > 60
    assert len({identifier for _dutch, identifier, _where in found}) == len(found)


@pytest.mark.parametrize(("dutch", "identifier", "where"), terms(), ids=lambda one: str(one))
def test_a_term_is_called_so_where_the_glossary_says(dutch: str, identifier: str, where: str) -> None:
    folder = PACKAGE / where
    sources = [
        path for path in folder.rglob("*") if path.suffix in {".py", ".toml"} and "tests" not in path.parts
    ]
    assert any(re.search(rf"\b{identifier}\b", path.read_text(encoding="utf-8")) for path in sources), dutch


def test_every_kind_of_the_thread_is_in_the_glossary() -> None:
    from wijkwerk.thread.kinds import kinds

    known = {identifier.lower() for _dutch, identifier, _where in terms()} | {"money"}
    assert {kind.key for kind in kinds()} - known == set()


# --- Commands, settings, decisions


def test_the_two_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    first = re.search(r"```\w*\n(.*?)```", readme, re.DOTALL)
    assert first is not None
    commands = re.findall(r"^make (\w+)", first[1], re.MULTILINE)
    assert commands == ["demo", "test"]
    assert all(re.search(rf"^{command}:", makefile, re.MULTILINE) for command in commands)


def test_every_command_of_ours_is_described() -> None:
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^### `wijkwerk (\w+)", reference, re.MULTILINE))
    ours = {name for name, app in get_commands().items() if str(app).startswith("wijkwerk")}
    assert ours | {"approaches", "choose"} == described


def test_every_option_that_is_described_exists() -> None:
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    parts = re.split(r"^### `wijkwerk (\w+).*$", reference, flags=re.MULTILINE)
    apps = get_commands()
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        if name not in apps or not str(apps[name]).startswith("wijkwerk"):
            continue
        options = load_command_class(str(apps[name]), name).create_parser("wijkwerk", name).format_help()
        told = set(re.findall(r"`(--[\w-]+)", text.split("\n## ")[0]))
        assert {one for one in told if one not in options} == set(), name


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8")))
        assert named <= targets, relative(page)


@pytest.mark.parametrize("decision", DECISIONS, ids=relative)
def test_a_decision_has_context_choice_and_consequences(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Choice", "Consequences"]
    number = int(decision.name[:4])
    assert text.startswith(f"# {number}. ")
    assert number == DECISIONS.index(decision) + 1


def test_every_library_we_lean_on_has_its_reason() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    told = (ROOT / "docs" / "decisions" / "0013-libraries.md").read_text(encoding="utf-8").lower()
    names = [re.split(r"[\[<>=~ ;]", one)[0].lower() for one in wanted]
    assert [name for name in names if name not in told] == []


# --- The project as others find it


def test_publiccode_has_what_the_register_asks() -> None:
    lines = (ROOT / "publiccode.yml").read_text(encoding="utf-8").splitlines()
    keys = {line.split(":")[0] for line in lines if re.match(r"^\w+:", line)}
    asked = {
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
    }
    assert asked | {"legal", "maintenance", "localisation"} <= keys
    optional = {
        "softwareVersion",
        "categories",
        "intendedAudience",
        "dependsOn",
        "landingURL",
        "releaseDate",
        "logo",
    }
    optional |= {"roadmap", "usedBy", "fundedBy", "isBasedOn", "supports"}
    assert keys <= asked | {"legal", "maintenance", "localisation"} | optional
    short = [line.split(":", 1)[1].strip() for line in lines if "shortDescription:" in line]
    assert len(short) == 2
    assert all(0 < len(one) <= 150 for one in short)
    text = "\n".join(lines)
    version = re.search(r"^softwareVersion: (.+)$", text, re.MULTILINE)
    from wijkwerk import __version__

    assert version
    assert version[1].strip('"') == __version__
    assert "license: EUPL-1.2" in text


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "LICENSE",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "CODE_OF_CONDUCT.md",
        "SECURITY.md",
        "GOVERNANCE.md",
    ],
)
def test_what_a_stranger_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 400


def test_the_project_speaks_of_itself_alone() -> None:
    folders = ("src", "docs", "tests", "bench", "frontend/src", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    files += [path for path in ROOT.iterdir() if path.is_file()]
    found = []
    for path in files:
        if (
            path.suffix not in TEXT_FILES
            or not path.is_file()
            or {"node_modules", "static"} & set(path.parts)
        ):
            continue
        if path == Path(__file__) or path.name == "package-lock.json":
            continue
        text = path.read_text(encoding="utf-8")
        # Real public data may lie beside the checkout; tests that use it say so and skip without it.
        if "tests" in path.parts or "bench" in path.parts:
            text = text.replace("../shared/data", "")
        colours = re.compile(r"#[0-9a-fA-F]{3,8}\b|&#\d+;")
        for match in NOT_OURS.finditer(colours.sub("", text)):
            found.append(f"{relative(path)}: {match[0]}")
    assert not found, "\n".join(sorted(set(found)))


def test_public_functions_say_what_they_do() -> None:
    """What others call has a sentence; a name alone leaves out the rule."""
    silent = []
    for path in code_files():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                silent.append(f"{relative(path)}:{node.lineno} {node.name}")
    assert not silent, "\n".join(silent)
