"""Promises made to residents; covenants and commitments of partners.

Words. A *promise* (toezegging) is about a thing or an area, has an owner (a function, so that it survives the person),
a date and a state.

An *agreement* is what two or more *makers* (officials, parties, residents) agreed in an area.

Rules. What the municipality finds it cannot keep alone is said openly: that state demands a message back to the
residents, published, and the promise closes only with a proposal worked out together with them (DEV-04). Where
agreements are locked, a later change needs a reason and a function, is a decision, and is told to everyone who made
it; how many were changed is public (UTR18-12).

Lifecycle: open → kept; open → cannot be kept alone → kept together or given up, with a joint proposal. Late is not a
state but a fact: the date has passed while it is not closed.
"""
