"""The Slack front: the edge, listeners by feature, wording and Block Kit as pure functions, the sender."""
