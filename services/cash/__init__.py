"""What is said of cash: filed, asked about, corrected, taken back."""
