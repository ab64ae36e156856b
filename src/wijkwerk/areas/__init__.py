"""Areas of every level, their outlines and inhabitants through time, and which approach is in force where.

Words. An *area* has a level: a level of the approach in force (district, office area …) or a statistical one
(gemeente, wijk, buurt) as published. A *working area* is one in which the municipality works; a *grouping* says which
statistical areas it is made of. An *area approach* is the approach that holds in an area from a day on, with its
currency, its amounts and, as *overrides*, what this area does differently and why. A *programme* is neighbourhood
working as undertaken: which areas take part, decided step by step.

Rules. What is asked for an area counts for everything inside it, and the nearest answer wins (`approach_for`). A
point lies in one area of a level; overlap and gap have a written rule (`index`). Everything points at an area's one
row: a re-division changes name and outline, keeps the former one, and says which area carries on. A border has a
public reason (DOR-03). Whether an area fits the size of the approach is advice and never stops anybody.

Lifecycle of a re-division: announced → in force on its day; until then it can be withdrawn. Of a programme: experiment
→ in the whole municipality.
"""
