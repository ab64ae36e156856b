"""Signals through every door, triage, routing and the answer clock.

Words. A *signal* is anything noticed in an area; residents read "melding" or "idee". A *door* is how it came. *Triage*
sends it to a *destination*: a service's regular budget (most, DEV-19), quick, supra-area, individual, thanks — and
whatever a higher capability registers, such as "becomes part of a need". *Own contribution* is what the reporter brings
(UTR97-10, "u vraagt, u draait mee").

Rules. Nothing a resident wrote is public before a person looked, unless its category says so. No organisation is asked
of anyone (DEV-50). Every handled signal states its funding source (DEV-19). Supra-area and individual matters go out
with an answer that names the right door (AMF-16); of an individual matter text, photo and place are wiped at once and
only number, date, door and outcome stay. A signal is never closed silently. "Nee, niet opgelost" makes it new again.

Lifecycle: new → with a service | quick | in a need → answered; new → answered; answered → new (reopened).
"""
