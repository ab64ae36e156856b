"""The composition: settings, addresses, the console command. Knows every capability; nothing knows it."""
