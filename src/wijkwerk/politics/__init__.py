"""Area aldermen: the process of their area, and the direct line to them.

Words. An *area alderman* (wijkwethouder) is whoever of the board adopted an area. A *matter* is what an area officer
lays before that alderman over the direct line, past the line manager, and the answer to it (DEV-30).

Rules. The area alderman reads everything, opens and closes steps and says what residents say; what is decided lies with
the portfolio holder (DEV-57), and the page says so. Who has a direct line, and to whom, is a value of the approach.
Only the two ends of the line read a matter: who sent it, and whoever holds the office it was sent to. Every matter is
journalled: verb and ids, never its words. The line belongs to the office: who holds it later finds what was laid
before it.

Lifecycle of a matter: laid before → answered.
"""
