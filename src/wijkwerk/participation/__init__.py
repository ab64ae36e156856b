"""Panels, longlist and ranking by residents.

Words. A *panel round* asks the residents of an area which problems there are (panellen); it has *sessions*, asked by
residents or officials (DEV-09). A *contribution* is a signal that came in at a session. A *wish* is a wished measure
for a need, on the *longlist* (groslijst). A *ranking* is the ordering by residents; a *ballot* one voter's order,
without the voter; the *roll* who took part, without the order.

Rules. A contribution needs no account and no organisation (DEV-48, DEV-50) and may be on behalf of a group, then both
the group and the supporter are named (DEV-46). Each wish ends passed on to a body, dropped with a reason, or ranked
(DEV-10); every wisher is told. Only residents rank: one ranking per confirmed address or paper form; staff and advisers
cannot (DEV-13); a team member's ranking weighs like any other. Borda over partial lists, the last place one point; ties
by lowest cost, most forms, then a lot with a published seed. The ranked list stays within its limit when it closes
(DEV-10). Ranking runs at the level the approach says; measures may be smaller (DEV-56). Shown beside the result: how
many took part, of how many, and who is missing.

While residents order the list it stands still. Nothing joins the roll to the ballots: no key, day, or order of arrival;
a draft goes once it is handed in. Who took part is said in the mail to that address only. Paper forms carry numbers
that only we can make; what was handed in on time is typed over until the count. A team member speaks along about every
step (DEV-12); the page says what the team stands for, and no comment decides anything (DEV-15).

Lifecycle of a wish: listed → passed on | dropped | ranked → (in a plan, by the plan). Of a ranking: open → counted.
"""
