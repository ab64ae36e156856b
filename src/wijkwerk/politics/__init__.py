"""Area aldermen and their process page."""
