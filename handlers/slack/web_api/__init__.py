"""Where we call Slack: the client, its methods, and what is asked and said through it."""
