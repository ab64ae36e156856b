"""The golden thread: signal → need → measure → plan → money → work → answer → effect.

Words. A *thing* is one link of the thread: one row here, whose primary key its own table shares. A *link* joins a cause
to its effect. A *bead* is one of the eight places on the thread. The *journal* says who did what to which thing, and
when; it holds verbs, ids and times, never free text, names or addresses.

Rules. A link runs from an earlier bead to the same or a later one, so the thread has no loops. A plan hangs below its
measures and causes nothing: walking down from a signal never crosses to other people's measures. A thing is public
only when its capability says so; a reader sees public things, those of areas they may read, and those their own secret
link names. The journal is append-only and read by position; on PostgreSQL in the order of transactions that have ended.
"""
