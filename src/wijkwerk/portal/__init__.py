"""Pages that combine capabilities: home, area page, my day. Owns no table."""
