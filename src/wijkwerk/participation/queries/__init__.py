"""Reads of participation."""
