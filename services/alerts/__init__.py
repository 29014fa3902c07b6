"""What leaders are told by itself."""
