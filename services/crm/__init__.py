"""A CRM as the services see it: its records, their meaning, how its reading does."""
