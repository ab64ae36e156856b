"""The application inside a process of `wijkwerk serve`: it ends when the server that started it is gone.

A server killed without warning would otherwise leave its processes behind, which hold the port and go on answering
beside the server that is started in its place.
"""

from __future__ import annotations

import os
import threading
import time

from wijkwerk.config.wsgi import application as application

_LOOK_EVERY = 0.5


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    os._exit(1)


threading.Thread(target=_end_with, args=[os.getppid()], name="end-with-server", daemon=True).start()
