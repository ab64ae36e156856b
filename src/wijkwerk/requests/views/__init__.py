"""The pages of requests and assignments."""
