"""Pages that combine capabilities: home, the page of an area, how we work, my day, what the law asks a site to say.

Rules. It owns no table and decides nothing: it asks each capability's reads and puts the answers on one page, in a
number of queries that does not grow with what is on it. Public pages show public things only. A link to a page that
this site does not have is left out.

Words. *Now* is what is going on in an area: the open step of its year, until when, and the one thing to do. A *task* of
*my day* is one thing that waits for one person, with who waits since when and the one next action.
"""
