"""Pages of money: what an area has and where it goes, who agreed, what was ordered."""
