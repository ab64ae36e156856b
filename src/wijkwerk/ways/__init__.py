"""Ways of working: looking around, weighing, composing, adopting.

Words. An *approach* is a file (`approaches`). A *draft* is one being composed: it extends another and states what is
different. An *own approach* is a draft that was adopted: its text stays as it is, and a later one succeeds it.
A *scale review* is the question whether the areas are too large or too small, with its ending.

Rules. Whoever may set the approach composes and adopts; the council's decision is written down with what it changes in
rights and in money. A draft is always sound: what contradicts itself is refused with all its errors at once. Comparing
is for everyone. What was adopted is kept in the database, for the servers keep nothing, and is found by its key like a
file of the catalogue.
"""
