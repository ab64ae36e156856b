"""Rules of decisions, pure."""
