"""Pictures of every page, to look at: `python -m tests.screenshots`.

Three sites are made under `var/screenshots` and served on localhost: the *demo*; *long*, a small one in which
everything has a long name; *empty*, with people but nothing done yet. Links are followed as every role, so that a page
appears here because someone can get to it; a page that nobody can reach is named at the end. Each is taken on a
telephone and on a large screen, in Dutch and in English, and laid on one contact sheet: `screenshots/index.html`.
"""
