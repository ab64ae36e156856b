"""Wijkwerk: the working system for neighbourhood working (wijkgericht werken) in Dutch municipalities."""

__version__ = "0.1.0"
