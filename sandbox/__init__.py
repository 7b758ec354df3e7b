"""A strict Slack on this machine, for the tests and for a newcomer's first five minutes."""
