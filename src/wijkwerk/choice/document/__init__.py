"""The report of a count as a PDF for eyes, printers and screen readers: all that a recount by outsiders needs."""
