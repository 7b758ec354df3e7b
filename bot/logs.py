"""What the log says, and how: never what people typed."""

import logging
from time import gmtime
from typing import Any

from bot.errors import trace


class Frames(logging.Formatter):
    """Of a library's fault, too, the log gets where it happened and not what its text says."""

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - as it is called
        return trace(ei[1]) if ei[1] else ""  # asked for where nothing failed


def listen(level: str) -> None:
    """Ours at the chosen level, in UTC. The libraries speak of URLs and bodies, which may hold secrets: faults only."""
    logging.Formatter.converter = gmtime
    said = logging.StreamHandler()
    said.setFormatter(Frames("%(asctime)sZ %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[said])
    for name in ("slack_sdk", "urllib3", "alembic", "sqlalchemy", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("slack_bolt", "apscheduler"):  # they warn of what is meant so: our own client, a tick during a sweep
        logging.getLogger(name).setLevel(logging.ERROR)
