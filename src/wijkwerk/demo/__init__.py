"""Builds a year through the actions of every capability and serves it.

Words. The *stage* is what must stand before the first day: areas, approach, organisations, people, money. The *script*
is a list of scenes, each a moment and a function; scenes are played in order of time, under that time, through the same
actions a page calls. Nothing is written past the rules: where the data asks for what a rule refuses, the demo fails.

The texts and people are in `data/` (see its README); outlines are drawn by us and labelled so.
"""
