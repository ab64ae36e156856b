"""Pages that combine capabilities."""
