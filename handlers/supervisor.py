"""Tells systemd how this process is, where it asks: with `Type=notify` and `WatchdogSec=` in its unit.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

import logging
import socket

log = logging.getLogger(__name__)


class Supervisor:
    """`address` is the socket that systemd names in NOTIFY_SOCKET; "" where nobody asks."""

    def __init__(self, address: str) -> None:
        self.address = address.replace("@", "\0", 1) if address.startswith("@") else address

    def ready(self) -> None:
        self._tell(b"READY=1")

    def alive(self) -> None:
        """Not whether the database or Slack is there: a process that begins anew would not bring them back."""
        self._tell(b"WATCHDOG=1")

    def stopping(self) -> None:
        self._tell(b"STOPPING=1")

    def _tell(self, state: bytes) -> None:
        if not self.address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.settimeout(1)
                line.sendto(state, self.address)
        except OSError as fault:
            log.warning("What asked how this process is cannot be told (%s).", type(fault).__name__)
