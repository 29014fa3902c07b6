"""Text to typed spans: words by the lexicon, numbers by what stands around them."""
