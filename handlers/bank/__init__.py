"""Bank files and bank accounts."""
