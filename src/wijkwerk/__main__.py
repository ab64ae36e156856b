"""`python -m wijkwerk` is the console command."""

from wijkwerk.config.cli import main

if __name__ == "__main__":
    main()
