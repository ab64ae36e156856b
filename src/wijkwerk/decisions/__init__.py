"""A decision: who, by which mandate, why, when, in public words; locked or not; earlier like cases searchable.

Words. A *decision* is about a thing. *Maker* is the person, *body* the function or body in whose name. *Mandate* is the
rule that gave the power. Dropping a wish, passing it on, placing something outside scope, adopting a plan, taking note
of it, granting money and refusing it are all decisions.

Rules. No decision without a reason and a public sentence. A locked decision changes only by a new decision that names
it, with a reason; those who made it are told. Residents choose, the formal decider decides: both are written down.
"""
