"""Pages of answers: the asker's own page, following, letters and calls, and what went out in a demo."""
