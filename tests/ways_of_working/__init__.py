"""Each way of working, as its file says: one scenario per mechanism, under files that differ."""
