"""Pages of decisions: the list, what holds in an area, the way to adoption."""
