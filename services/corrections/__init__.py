"""What was told of cash put right: corrected, amended, split, taken back, or proposed to be."""
