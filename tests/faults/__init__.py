"""A real site on loopback that is killed at random while people report and answers go out."""
