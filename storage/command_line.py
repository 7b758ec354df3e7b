"""What the command line does with the database; each command returns the sentence that is printed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import sleep

from sqlalchemy import Engine

from bot import bringing, held, moment
from bot.patience import Clock, Patience
from bot.settings import Settings
from storage.backups import back_up, bring_back
from storage.brought_back import send_away, settle_in
from storage.engine import open_engine
from storage.holding import enter
from storage.migrations import migrate

Command = Callable[[Settings, Namespace], str]


def bring_up_to_date(engine: Engine, clock: Clock) -> None:
    """Before anything is heard or said."""
    migrate(engine)
    settle_in(engine, now=clock())


def arguments(command: str, parser: ArgumentParser) -> None:
    """What stands behind the command."""
    if command in {"backup", "restore"}:
        parser.add_argument("file", type=Path, metavar="FILE")
    if command == "doctor":
        parser.add_argument("--ledger", action="store_true", help="prove that the history and the credit are whole")
    if command == "notices":
        held.ask_for(parser)
    if command == "import":
        bringing.ask_for(parser)
    if command == "restore":
        parser.add_argument("--replace", action="store_true", help="keep aside the database that is there now")


def _migrate(settings: Settings, _: Namespace) -> str:
    """Bring the database up to date."""
    with _engine(settings) as engine:
        bring_up_to_date(engine, moment.clock(settings.clock_offset))
    return "The database is up to date."


def _backup(settings: Settings, chosen: Namespace) -> str:
    """Write the database of this moment into a file, while the bot works."""
    return back_up(settings.database_url, chosen.file, given=settings.secret_key)


def _restore(settings: Settings, chosen: Namespace) -> str:
    """Bring the database back from a file, while the bot is stopped."""
    given, url = settings.secret_key, settings.database_url
    landed = partial(sleep, Patience().scaled(settings.patience).settle)
    done = bring_back(url, chosen.file, given=given, replace=chosen.replace, wait=landed)
    return f"{done}\n{_migrate(settings, chosen)}"


def _restored(settings: Settings, _: Namespace) -> str:
    """Say that the database was brought back by other means, such as a snapshot, while the bot is stopped."""
    with _engine(settings) as engine:
        migrate(engine)
        with engine.begin() as connection:
            send_away(connection)
        settle_in(engine, now=moment.clock(settings.clock_offset)())
    return "What was said since is looked for before anything is said again."


@contextmanager
def _engine(settings: Settings) -> Iterator[Engine]:
    with enter(settings.database_url):
        engine = open_engine(settings.database_url)
        try:
            yield engine
        finally:
            engine.dispose()


COMMANDS: Mapping[str, Command] = {
    "migrate": _migrate,
    "backup": _backup,
    "restore": _restore,
    "restored": _restored,
}
