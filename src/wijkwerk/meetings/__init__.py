"""Meetings of an area: series, agenda, minutes."""
