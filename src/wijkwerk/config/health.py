"""Is the process there; is the site ready."""

from __future__ import annotations

import logging

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from wijkwerk.answers.queries import oldest_waiting_seconds
from wijkwerk.foundation.guards import public

logger = logging.getLogger(__name__)


@public
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Touches no database."""
    return HttpResponse("ok", content_type="text/plain")


@public
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, has all migrations, and the outbox is being worked; else 503 with what is not."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        age = oldest_waiting_seconds()
    except Exception:
        logger.exception("not ready: the database or its migrations cannot be asked")
        return JsonResponse({"ready": False, "database": False}, status=503)
    ready = not waiting
    return JsonResponse(
        {"ready": ready, "database": True, "migrations_waiting": len(waiting), "queue_age_seconds": age},
        status=200 if ready else 503,
    )
