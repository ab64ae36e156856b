"""Pages of agreements: promises to residents, and what people agreed with each other."""
