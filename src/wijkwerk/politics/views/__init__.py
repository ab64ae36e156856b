"""Pages of politics."""
