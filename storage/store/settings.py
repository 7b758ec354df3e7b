"""What the company has set: an append-only table, of which the last value of each key holds."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from bot.ids import PersonId
from bot.leads import Kind
from bot.people import Role
from bot.setup import Place, Setup
from storage.store.rows import Rows
from storage.tables import settings

_LAST = select(func.max(settings.c.id)).group_by(settings.c.key)


class SettingsReading(Rows):
    def setup(self) -> Setup:
        upto = self._scalar(select(func.max(settings.c.id))) or 0
        known, setup = self.shelf.settings
        if upto == known:
            return setup
        rows = self.connection.execute(select(settings.c.key, settings.c.value).where(settings.c.id.in_(_LAST)))
        return self._remember(upto, read({key: value for key, value in rows if value is not None}))

    def _remember(self, upto: int, setup: Setup) -> Setup:
        """Kept for the next who asks: reading a company's settings anew for every click would be waste."""
        self.shelf.settings = (upto, setup)
        return setup


class SettingsWriting(SettingsReading):
    def set(self, key: str, value: object, *, by: PersonId, now: datetime) -> None:
        self._add(settings, key=key, value=_plain(value), by=by, at=now)

    def _remember(self, upto: int, setup: Setup) -> Setup:  # noqa: ARG002 - what is not committed is not remembered
        return setup


def read(held: Mapping[str, Any]) -> Setup:
    """The setup that these settings make; a key that this version does not know is passed over."""
    reports = {key.removeprefix("reports."): value for key, value in held.items() if key.startswith("reports.")}
    return Setup(
        places={place: held[f"place.{place}"] for place in Place if held.get(f"place.{place}")},
        roles={role: frozenset(held[f"role.{role}"]) for role in Role if held.get(f"role.{role}")},
        reports={PersonId(int(manager)): frozenset(managed) for manager, managed in reports.items()},
        desks={kind: tuple(held[f"desk.{kind}"]) for kind in Kind if held.get(f"desk.{kind}")},
        days_off=frozenset(date.fromisoformat(day) for day in held.get("days_off", ())),
    )


def _plain(value: object) -> object:
    """As JSON has it: sets in order, days in ISO 8601."""
    if isinstance(value, set | frozenset):
        return sorted(_plain(item) for item in value)  # type: ignore[type-var]  # a set here is of one sortable kind
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
