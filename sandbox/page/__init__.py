"""The page of the sandbox: what a newcomer sees in the browser after `make run`."""
