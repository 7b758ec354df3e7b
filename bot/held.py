"""`python app.py notices`: what is held up, for whoever runs the bot; keys and addresses only, nothing personal."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import datetime

from bot import parking
from bot.notices import Notice, State
from bot.store import Reading, Store

NO_PLACE = "no channel is chosen, or what it belongs under is not shown"
KINDS = {State.DEAD: "parked", State.WAITING: "waits"}
ADVICE = "Replay what is parked with: python app.py notices replay KEY, or replay --all. Give it up with: drop KEY."


def ask_for(parser: ArgumentParser) -> None:
    """The words of the command line."""
    parser.add_argument("what", nargs="?", choices=("list", "replay", "drop"), default="list")
    parser.add_argument("key", nargs="?", default="", help="of one notice, as the list has it")
    parser.add_argument("--all", action="store_true", help="replay everything that is parked")


def run(store: Store, asked: Namespace, *, now: datetime) -> tuple[int, list[str]]:
    """The exit code, and what to print."""
    if asked.what == "list":
        with store.read() as unit:
            return 0, list(_listed(unit, now))
    if asked.what == "replay" and asked.all:
        with store.write() as unit:
            return 0, [f"Tried again: {parking.let_all_go(unit, now=now)}."]
    if not asked.key:
        return 2, ["Which one? Name its key, as the list has it."]
    return (_replay if asked.what == "replay" else _drop)(store, asked.key, now)


def _listed(unit: Reading, now: datetime) -> Iterator[str]:
    found = [*unit.dead(), *unit.stuck(now)]
    yield from (_line(unit, notice) for notice in found)
    parked = sum(notice.state is State.DEAD for notice in found)
    yield f"{parked} parked, {len(found) - parked} waiting or tried again." if found else "Nothing is held up."
    if parked:
        yield ADVICE


def _line(unit: Reading, notice: Notice) -> str:
    """Parked since its trouble began, or since it was tried; else since it was due."""
    trouble = unit.trouble(notice.trouble) if notice.trouble and notice.state is State.DEAD else None
    since = trouble.since if trouble else notice.tried_at if notice.state is State.DEAD else notice.due
    kind = KINDS.get(notice.state, "again")
    why = NO_PLACE if notice.state is State.WAITING else notice.error
    return f"{kind:<7} {notice.key:<32} {notice.address:<24} {why}, since {since:%Y-%m-%d %H:%M} UTC"


def _replay(store: Store, key: str, now: datetime) -> tuple[int, list[str]]:
    with store.write() as unit:
        notice = unit.notice_by_key(key)
        if notice is None or notice.state is not State.DEAD:
            return 1, [f"No notice {key} is parked."]
        parking.let_go(unit, notice, now=now)
        return 0, [f"{key} is tried again."]


def _drop(store: Store, key: str, _now: datetime) -> tuple[int, list[str]]:
    with store.write() as unit:
        notice = unit.notice_by_key(key)
        if notice is None or notice.state in {State.SENT, State.DROPPED, State.SENDING}:
            return 1, [f"No notice {key} is held up."]
        for each in (key, *unit.keys(f"detail:{key}")):  # with what would stand under it
            unit.drop(each)
        return 0, [f"{key} is not said."]
