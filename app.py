"""The composition root: builds the bot from its settings, and the command line; decides nothing."""
