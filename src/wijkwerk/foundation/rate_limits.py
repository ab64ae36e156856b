"""So many times in so long, counted in the database so that every process counts along."""

from __future__ import annotations

import hashlib
from ipaddress import IPv4Address, IPv6Network, ip_address

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation import clock
from wijkwerk.foundation.models import RateCount
from wijkwerk.foundation.reasons import Reason, Refused

_KEPT_SECONDS = 7 * 86_400  # longer than any window


class TooOften(Refused):
    """Asked too often (HTTP 429)."""

    status = 429


def count(purpose: str, who: str, *, limit: int, seconds: int) -> None:
    """Count one use by `who`; raise TooOften past `limit` in a window of `seconds`. `who` is kept as a hash only."""
    key = hashlib.blake2b(f"{purpose}:{who}".encode(), digest_size=24).hexdigest()
    moment = int(clock.now().timestamp())
    window = moment - moment % seconds
    with transaction.atomic():
        RateCount.objects.get_or_create(key=key, window=window)
        RateCount.objects.filter(key=key, window=window).update(count=F("count") + 1)
        used = RateCount.objects.values_list("count", flat=True).get(key=key, window=window)
    if used > limit:
        raise TooOften(
            Reason(
                _("Dit is te vaak achter elkaar geprobeerd. Wacht even en probeer het dan opnieuw."),
                rule=f"{purpose}: {limit} / {seconds} s",
                way_out=_(
                    "U kunt ook bellen of langskomen; wie bij de gemeente werkt, vult het dan met u in."
                ),
            )
        )


def caller(request: HttpRequest) -> str:
    """Who is asking, for counting: the network address, as seen by the outermost proxy that we trust
    (`WIJKWERK_TRUSTED_PROXIES`). Never stored or logged as such."""
    proxies: int = settings.TRUSTED_PROXIES
    forwarded = [
        part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()
    ]
    if proxies and len(forwarded) >= proxies:
        return _household(forwarded[-proxies])
    return _household(str(request.META.get("REMOTE_ADDR", "")))


def _household(address: str) -> str:
    """An IPv6 line comes with 2⁶⁴ addresses for the taking: they count as one, as one IPv4 address does."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return address
    return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False).network_address)


def sweep() -> None:
    """Delete the counts of windows long past. For the worker, now and then."""
    long_past = int(clock.now().timestamp()) - _KEPT_SECONDS
    RateCount.objects.filter(window__lt=long_past).delete()
