"""Indicators and their values per area and year, with source: named with an effect, or from a survey."""
