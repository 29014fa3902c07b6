"""Text with entities: parse modes, detection, lengths as Telegram counts them."""
