"""What the pages of the portal show, put together from what the capabilities know."""
