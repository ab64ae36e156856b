"""Who comes together about an area, and around what.

Words. An *action team* (wijkactieteam) is a team of officials formed around questions that live in an area, with a
rhythm of its own. A *series* is a meeting of the approach that returns; an optional one an area may leave out.

Rules. Only a team that the approach forms around questions can be formed so; it has at least one question. What was
answered is taken off; a team without open questions is proposed for ending, and only then ends.
"""
