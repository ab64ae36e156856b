"""Who people are here: accounts, roles held from–to, mandates; contact data apart and encrypted."""
