"""A Telegram Bot API on loopback, with people to play and a chat page; it serves any bot."""
