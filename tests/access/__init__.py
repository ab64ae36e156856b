"""Who can open what: every address asked for as every role, written as a table that a person can read.

`python -m tests.access` writes `docs/reference/access.md` anew; `tests/test_access.py` compares it with the site.
"""
