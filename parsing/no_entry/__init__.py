"""What makes a message no entry, or a question to the bot."""
