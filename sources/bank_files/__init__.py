"""Files that banks give out: a module a format, known by what is in them, never by their name."""
