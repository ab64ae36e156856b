"""Residents' initiatives and groups that manage something themselves."""
