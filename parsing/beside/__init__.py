"""What is said beside the money, read or cleared away before operations are."""
