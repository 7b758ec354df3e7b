"""Where Slack comes in: the HTTP edge, Socket Mode, Bolt, who acts, and what is answered when something goes wrong."""
