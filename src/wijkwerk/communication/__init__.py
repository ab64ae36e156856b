"""Subscriptions and news."""
