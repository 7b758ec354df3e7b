"""Forms and pages: pure functions from values to a view, and from Slack's state back to what was typed."""
