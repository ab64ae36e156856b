"""Pages of plans, measures and work."""
