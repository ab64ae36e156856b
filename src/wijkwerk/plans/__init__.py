"""Plans, measures, work and progress.

Words. A *plan* (wijkplan) belongs to a cycle and holds *measures*. A measure has a motive, a theme, executors, a cost
and a funding source; what residents do themselves stands apart. *Work* is a measure being carried out; *progress* is
what an executor reports of it.

Rules. A measure comes from a wish and names at least one executor; residents can be executors (DEV-11). Every measure
states its funding source (DEV-19). Adopting a plan, or taking note of it, is a decision by whom the approach says
(a house default where the source is silent, and it says so); content is not for who goes about process (DEV-57).
Measures may sit at the level of a buurt (DEV-56). Those who carry a measure out report its progress, resident groups
included. Work past its date is late and shown so.

A plan is of a kind the approach names: the plan of a cycle, a sector plan of a service, a plan put together from those,
a rolling programme, policy frame, programme and project, an ambition for years. Whose plan it is, what it waits for and
what may stand in it follow from the approach (`options.plan_owner`, `options.measures_decided_by`, `themes.kind`, …);
each refusal names rule, value and source. A measure carried over, or put together, stays one measure (`Included`).

Residents react to a draft in a *round* (`ConsultationRound`); every reaction is answered: adopted, partly or not, and
why. Formal consultation (inspraak) is a stop of a route of adoption and lives in `decisions`.

Lifecycle of a measure: drafted → adopted → under way → done; drafted, adopted or under way → stopped, with a reason to
everyone who asked. Done → under way, when it turns out not to be solved and the work begins again. Of a plan: draft →
adopted.
"""
