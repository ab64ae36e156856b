"""A decision: who, by which mandate, why, when, in public words; locked or not; earlier like cases searchable.

Words. A *decision* is about a thing. *Maker* is the person, *body* the function or body in whose name. *Mandate* is the
rule that gave the power. Dropping a wish, passing it on, placing something outside scope, adopting a plan, taking note
of it, granting money and refusing it are all decisions.

Rules. No decision without a reason and a public sentence. A locked decision changes only by a new decision that names
it, with a reason; those who made it are told. Residents choose, the formal decider decides: both are written down.

A *route* is the way to adoption that the approach lays down; its *stops* are taken in order and none is skipped
(TIL-26), each a decision with its body and ending. *Formal consultation* (inspraak) is open for a time and ends with
what was done with the reactions. What someone *marked important* is not decided before it was held, whatever was
advised; what goes to adoption by a stop of formal consultation is important by itself (AMF-10).

A *ruling* is a decision about an area and no other thing. *Say* grows by rulings, one step at a time, each after an
evaluation of the step before it (AMF-11). The *register of scope* holds what is of the area (des wijks): the rules of
the approach and every doubtful case decided since, as a precedent (AMF-15, AMF-17). *Stepping aside* gives residents
room within a scope, limits and a term; it is overruled only after notice (ARN-02). A *deviation* from city policy is
asked, weighed, allowed for a term or refused, public, and evaluated (ARN-04). An organisation stands for all residents
only within the term of an *election*; else it is a sounding board, or speaks for itself (AMF-10).

Lifecycle of a deviation: asked → weighed → allowed | refused; allowed → evaluated.
"""
