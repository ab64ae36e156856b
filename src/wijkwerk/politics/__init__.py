"""Politics and areas: aldermen and the direct line to them, committees, the board.

Words. An *area alderman* (wijkwethouder) is whoever of the board adopted an area. A *matter* is what an area officer
lays before that alderman over the direct line, past the line manager, and the answer to it (DEV-30).

Rules. The area alderman reads everything, opens and closes steps and says what residents say; what is decided lies with
the portfolio holder (DEV-57), and the page says so. Who has a direct line, and to whom, is a value of the approach.
Only the two ends of the line read a matter: who sent it, and whoever holds the office it was sent to. Every matter is
journalled: verb and ids, never its words. The line belongs to the office: who holds it later finds what was laid
before it.

What of politics belongs to an area is an *arrangement* of values that combine: aldermen (of process, of tough issues,
optional with an agreement), contacts, committees, a programme adopted by the council, main lines, or nothing (AMF-24).
A committee of an area has no powers: it forwards a *proposal* to an ordinary committee (UTR97-26).

Lifecycle of a matter: laid before → answered. Of a proposal: forwarded → treated, by another than who forwarded it.
"""
