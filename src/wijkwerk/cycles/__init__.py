"""The year of an area under its approach: steps, their state, who may open and close them.

Words. A *cycle* is one round of an area's year; its *steps* are built from the approach in force. A cycle has a name
(2026), not a calendar year: last year's execution runs while this year's panel asks; a budget year is another thing.

Rules. A step cannot open before the former closed (DEV-08), per cycle; closing asks every capability that has
something to check (the longlist within its limit). Who may open and close follows from the mandate: process, not
content (DEV-57). The level of say of each step is shown beforehand.

Each cycle has a self-assessment of three questions: what do we want to reach, why, and how well do we do it. A cycle
closes when its steps are closed and none of the three is open (GEN-02).

Lifecycle of a step: planned → open → closed. What is closed stays closed; a next round is another cycle.
"""
