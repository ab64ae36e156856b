"""Who asked, what they were told and when; the outbox that brings it.

Words. An *asker* is anyone owed an answer about a thing: reporter, supporter, wisher, panel contributor, attendee,
follower. An *answer* is what all of them are told at one turn: what happened, why, what is next and when. A *delivery*
is one message to one person, by mail, letter or telephone; the page needs none.

Rules. An answer is stored in the transaction that causes it. Its recipients are everyone who asked about the thing or
about anything that led to it, each person once, found by the worker when it reads the journal. Nothing is sent that was
not stored; a delivery has a key, so it exists once; it is claimed with a lease, tried again with growing pauses, and
taken over from a worker that died. A closing answer asks "opgelost?"; a "nee" reopens what the asker asked.

Lifecycle of a delivery: waiting → claimed → sent, or back to waiting, or failed after the last attempt. A letter and a
telephone call wait for the desk: printed or called is sent.
"""
