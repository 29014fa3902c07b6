"""The tilly command: one file a command, one line each in main.py."""
