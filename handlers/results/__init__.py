"""Results, pictures, files, plans, digests, closing."""
