"""The Method of Equal Shares (Peters, Pierczyński and Skowron, 2021), exact and fast."""
