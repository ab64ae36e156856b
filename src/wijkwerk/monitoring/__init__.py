"""Effects: what it brought, in residents' words and by a figure named beforehand.

Words. *Output* is what was done and belongs to the work; *outcome* is what it brought and stands here. The *verdict* is
what residents say of it, in their own words.

Rules. Output and outcome never share a field and there is no single score (KEY3-01). A figure counts only when it was
named before the work was done.
"""
