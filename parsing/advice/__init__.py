"""Language models: asked, bounded in time, and what they say checked."""
