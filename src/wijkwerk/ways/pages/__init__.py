"""What the pages say, put together from the pure parts of `approaches`."""
