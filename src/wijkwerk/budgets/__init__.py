"""Money as a ledger: funds, formula, grants, reservations, commitments, payments.

Words. A *fund* has a purpose, a legal ground and a formal decider. Per year it has *pots*: free, reserved, committed,
paid (begroot is their sum). A *movement* takes an amount from one pot and puts it in another, so that both sides are
always booked. A *reservation* is the money of one measure and walks reserved → committed → paid, or is released.

Rules. Amounts are whole minor units with the currency of their fund; guilders and euros never mix (DEV-17). The area
budget is a sum per resident (DEV-17), is for smaller measures and may have a ceiling per item (DEV-18), and is taken
out of the regular budget (DEV-55). No pot goes below zero: a constraint in the database, so that nobody promises the
same money twice, whoever comes at the same moment. Paid carries the booking number of the financial administration.
Residents choose, the formal decider decides: the fund names both.

Who decides on the budget of an area is a value of the approach: nobody (DOR-08), residents, residents and office with
both a *consent* per item (UTR97-19), the team that holds it (TIL-20), a coordinator. A team that orders places a
*purchase order* with price and term at a department; it is paid once accepted (TIL-22). A wish over the room of a
service becomes a *budget proposal* to the board where the approach says so (DOR-15).

Lifecycle of an order: ordered → delivered → accepted; delivered → ordered when it is sent back; ordered → withdrawn.
"""
