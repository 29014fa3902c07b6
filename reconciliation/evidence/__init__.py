"""What speaks for two records belonging together: numbers, amounts, days, parties."""
