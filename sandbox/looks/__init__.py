"""The catalogue of what the bot says: a story in which all of it is said, and pictures of each thing on its own."""
