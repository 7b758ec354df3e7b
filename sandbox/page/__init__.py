"""The page of the sandbox: what a newcomer sees in the browser after `make run`."""

from sandbox.page.desk import routes

__all__ = ["routes"]
