"""What only the whole message tells of its words and figures."""
