"""Facts in; tables, pictures and files out."""
