"""Putting candidates in order: Borda, Schulze (Condorcet) and single transferable vote."""
