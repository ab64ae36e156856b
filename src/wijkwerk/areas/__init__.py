"""Areas of every level, their outlines and inhabitants through time, and which approach is in force where."""
