"""The HTTP side: incoming webhooks and health, without knowing what comes through them."""
