"""The process: settings, the way in and out of Telegram, wiring, the command line."""
