"""Indicators and their values per area and year, with source. Values arrive with the effect that names them, or from
a survey of the municipality's own."""
