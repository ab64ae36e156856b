"""The scenes of the year, written as values: who does what when, through which action."""
