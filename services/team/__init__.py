"""The shop set up, and who works there in which role."""
