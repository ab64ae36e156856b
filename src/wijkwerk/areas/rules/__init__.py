"""Rules of areas: what a file may hold, what a code means, what a place is called. Values in, values out."""
