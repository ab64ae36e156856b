"""What people do on the site, in a browser, from the first page to the last."""
