"""Why the outcome is what it is: values first, then sentences in Dutch and English."""
