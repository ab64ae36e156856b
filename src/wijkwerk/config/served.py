"""The application inside a process of `wijkwerk serve`: it ends when the server that started it is gone.

A server killed without warning would otherwise leave its processes behind, which hold the port and go on answering
beside the server that is started in its place.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time

from wijkwerk.config.wsgi import application as application

_LOOK_EVERY = 0.5


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    os._exit(1)


# The server that started us, even where it was gone before we had loaded.
_started_by = multiprocessing.parent_process()
_parent = os.getppid() if _started_by is None or _started_by.pid is None else _started_by.pid
threading.Thread(target=_end_with, args=[_parent], name="end-with-server", daemon=True).start()
