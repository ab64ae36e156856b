"""Builds a year through the actions of every capability and serves it."""
