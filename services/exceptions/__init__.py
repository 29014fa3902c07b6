"""What needs a person: found, told, asked about, settled."""
