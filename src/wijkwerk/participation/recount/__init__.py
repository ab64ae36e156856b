"""Counting a ballot file that somebody brings along: in memory, within limits, and nothing is kept."""
