"""What a bank line is for: rules, what was learned, a calibrated guess, always with its reason."""
