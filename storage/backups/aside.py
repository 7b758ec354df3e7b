"""What is not to be written over is put aside, under a name that says when."""

from datetime import UTC, datetime

from storage.migrations import Unfit


def stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S")


def not_asked(where: str, aside: str) -> Unfit:
    return Unfit(
        f"There is a database in {where} already.",
        f"Add --replace to have the backup in its place; what is there now is kept as {aside}.",
    )


def in_use(where: str) -> Unfit:
    return Unfit(f"The database {where} is in use.", "Stop the bot first, and whatever else works with it.")
