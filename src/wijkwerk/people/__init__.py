"""Who people are here: accounts, roles held from–to, mandates; contact data apart and encrypted.

Words. An *account* only signs in. A *person* holds *roles*, each in an area (or the whole city), for an organisation,
with hours, from–to. A *mandate* is what follows from a role: the powers that the approach in force gives it, its scope
(process or content) and its limit of amount. A *contact* is a resident without an account: address, telephone and
name, encrypted and found by a blind index. An *office* is where a unit sits, with the areas it serves.

Rules. Mandate, never title or employer (UTR97-09): `permissions.may` answers with a yes, or a no with its reason and
who may. Who judges wishes holds no role that decides on them, and what else excludes each other stands in the approach.
A *reorganisation* moves roles and areas to another approach in one change set on a day; "wie is het nu" finds who took
over (TIL-30). Reading a contact is traced; erasing leaves an empty row, so that foreign keys and journal stand.

Lifecycle of a role held: from its first day to its last; handed over or renewed, never rewritten. Of a reorganisation:
rehearsed → recorded → in force on its day; until then taken back.
"""
