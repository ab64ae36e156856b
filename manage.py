#!/usr/bin/env python
"""Django's usual entrance; the same as the console command `wijkwerk`."""

from wijkwerk.config.cli import main

if __name__ == "__main__":
    main()
