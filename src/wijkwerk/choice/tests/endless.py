"""A ballot file of any length that is made while it is read: `python -m wijkwerk.choice.tests.endless LINES`."""

import io
import json
import resource
import sys
from pathlib import Path
from typing import Any

from wijkwerk.choice import Settings, count, read_pabulib
from wijkwerk.choice.tests.pb import HEAD, PROJECTS

VOTES = (b"1", b"1,2", b"3", b"2")
AT_ONCE = 20_000


class Endless(io.RawIOBase):
    """So many voters, each with an id of their own; it can be read again from the start."""

    def __init__(self, lines: int) -> None:
        head = HEAD.replace("num_votes;4", f"num_votes;{lines}")
        self._head = (head + PROJECTS + "VOTES\nvoter_id;vote\n").encode()
        self._lines = lines
        self.seek(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, _to: int, _from: int = 0) -> int:
        self._ready, self._at = self._head, 0
        return 0

    def readinto(self, room: Any) -> int:
        while len(self._ready) < len(room) and self._at < self._lines:
            end = min(self._at + AT_ONCE, self._lines)
            self._ready += b"".join(b"%d;%s\n" % (i, VOTES[i % 4]) for i in range(self._at, end))
            self._at = end
        given, self._ready = self._ready[: len(room)], self._ready[len(room) :]
        room[: len(given)] = given
        return len(given)


def _peak_mb() -> int:
    """The most memory this program ever had. What the system counts for a process includes what started it, before it
    became this program; Linux also tells of the program alone."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Read and count in a process of its own, so that its memory can be told."""
    file = read_pabulib(io.BufferedReader(Endless(int(sys.argv[1])), 1 << 20))
    outcome = count(file.election, Settings(seed=1))
    shown = {"voters": file.election.voters, "votes": file.election.votes, "winners": outcome.winners}
    print(json.dumps({**shown, "peak_mb": _peak_mb()}))


if __name__ == "__main__":
    main()
