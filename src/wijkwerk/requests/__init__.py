"""What an area asks of a service, with an answer duty."""
