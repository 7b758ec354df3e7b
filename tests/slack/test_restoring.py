"""A backup is restored that knows somebody who was erased since, and somebody who did not object yet."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app import build
from bot import services
from bot.ids import LeadId
from bot.patience import Patience
from bot.settings import Settings
from storage import erasures
from storage.store import SqlStore
from tests.slack.company import Company, environ

GONE = "zyxw"
QUICK = Patience(tick=0.5, poll=0.05, pace=0.0, settle=0.2, retry=0.05)


def test_who_was_erased_since_the_backup_is_erased_again_and_nothing_is_said_twice(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.erin.logs("Zyxwcorp", "joe@zyxw.example", person="Joe Zyxw")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    backup = _backed_up(slack)
    for words, deed in (("jane@acme.example", "object"), ("joe@zyxw.example", "erase")):
        slack.ada.types("/lead privacy")
        slack.ada.fills(words=words)
        slack.ada.fills(deed=deed)
        slack.ada.submits()
    slack.later(minutes=3)
    said = _posts(slack)
    _restored(slack, backup)

    done = services.reapply_erasures(slack.store, _listed(slack), now=slack.now)
    slack.later(minutes=5)

    with slack.store.read() as reading:
        assert done >= 2
        assert reading.lead(LeadId(2)).erased_at
        assert reading.lead(LeadId(1)).restricted
    assert GONE not in str([message.blocks for message in slack.sandbox.world.channel("leads").messages]).lower()
    assert _posts(slack) == said
    slack.wanda.types("/lead Acme, jane@acme.example")
    assert "We may not contact them" in str(slack.wanda.submits())


def test_the_next_start_after_a_restore_applies_it_by_itself(slack: Company) -> None:
    slack.erin.logs("Zyxwcorp", "joe@zyxw.example", person="Joe Zyxw")
    backup = _backed_up(slack)
    slack.ada.types("/lead privacy")
    slack.ada.fills(words="joe@zyxw.example")
    slack.ada.fills(deed="erase")
    slack.ada.submits()
    _restored(slack, backup)
    _store(slack).close()

    settings = Settings.read(environ(slack.sandbox, str(_store(slack).engine.url)))
    leadloop = build(settings, slack.sandbox.world.now, QUICK)
    leadloop.start()
    leadloop.stop()

    with slack.store.read() as reading:
        assert reading.lead(LeadId(1)).erased_at


def _store(slack: Company) -> SqlStore:
    assert isinstance(slack.store, SqlStore)
    return slack.store


def _file(slack: Company) -> Path:
    return Path(str(_store(slack).engine.url.database))


def _listed(slack: Company) -> list[str]:
    return erasures.read(_store(slack).erasures)


def _backed_up(slack: Company) -> Path:
    return _copied(_file(slack), Path(f"{_file(slack)}.backup"))


def _restored(slack: Company, backup: Path) -> None:
    _store(slack).close()
    _copied(backup, _file(slack))


def _copied(one: Path, other: Path) -> Path:
    """By SQLite itself: what stands in the log comes along, and whoever is in the middle of something is waited for."""
    with closing(sqlite3.connect(one)) as source, closing(sqlite3.connect(other)) as target:
        source.backup(target)
    return other


def _posts(slack: Company) -> list[str]:
    """What was posted, and not edited."""
    return [str(call.args) for call in slack.sandbox.world.calls if call.method == "chat.postMessage"]
