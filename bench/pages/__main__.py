"""`python -m bench.pages [SMALL LARGE]`: the rows as JSON."""

from __future__ import annotations

import json
import sys

from bench.pages import SIZES, run

sizes = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else SIZES
for row in run(sizes=sizes):
    print(json.dumps(row), flush=True)
