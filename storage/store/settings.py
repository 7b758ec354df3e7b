"""What the company has set: an append-only table, of which the last value of each key holds."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import and_, func, literal_column, select
from sqlalchemy.sql import ColumnElement, Select

from bot.ids import PersonId
from bot.keeping import Care, Ending, Keeping
from bot.leads import Basis, Kind
from bot.people import Role
from bot.rewarded import Rewarded
from bot.setup import Away, Mark, Place, Setup, Weekly
from bot.store import Change
from bot.terms import NEVER, WAKING, WEEKDAYS, WINDOW, WORKING, Cadences, Hours, Rhythm, Terms
from storage.store.prepared import Prepared
from storage.store.rows import Rows, columns
from storage.tables import settings

_LAST = select(func.max(settings.c.id)).group_by(settings.c.key)
_HELD = select(settings.c.key, settings.c.value).where(settings.c.id.in_(_LAST))
_VERSION = Prepared(
    select(func.count().label("many"), func.coalesce(func.max(settings.c.id), 0).label("last")).select_from(settings)
)
"""Both, since on PostgreSQL the last number may be committed before the one before it."""


NO_SETTINGS = ("terms.", "mark.")
"""What people asked for themselves, and what was done once."""
CADENCES = tuple(its.name for its in fields(Cadences))


def _changes(which: ColumnElement[bool]) -> Select[Any]:
    """With what was set before."""
    before = func.lag(settings.c.value, type_=settings.c.value.type)
    was = before.over(partition_by=settings.c.key, order_by=settings.c.id).label("was")
    found = select(*columns(settings, Change, without=("was",)), settings.c.id, was).where(which).subquery("changes")
    return select(*(found.c[its.name] for its in fields(Change)))


class SettingsReading(Rows):
    _setup: Setup | None = None
    """What this transaction goes by, once it has looked: App Home asks a dozen times."""

    def setup(self) -> Setup:
        if self._setup is None:
            self._setup = self._held()
        return self._setup

    def _held(self) -> Setup:
        (version,) = self._rows(_VERSION, {})
        known, setup = self.shelf.settings
        counted = (version["many"], version["last"])
        return setup if counted == known else self._remember(counted, self._read())

    def changes(self, *, limit: int, offset: int = 0) -> Sequence[Change]:
        companys = _changes(and_(*(~settings.c.key.startswith(theirs) for theirs in NO_SETTINGS)))
        return self._all(Change, companys.order_by(literal_column("changes.id").desc()).limit(limit).offset(offset))

    def last_changes(self, keys: Collection[str]) -> Sequence[Change]:
        return self._all(
            Change, _changes(settings.c.key.in_(sorted(keys))).where(literal_column("changes.id").in_(_LAST))
        )

    def _read(self) -> Setup:
        return read({key: value for key, value in self.connection.execute(_HELD) if value is not None})

    def _remember(self, version: tuple[int, int], setup: Setup) -> Setup:
        """Kept for the next who asks: reading a company's settings anew for every click would be waste."""
        self.shelf.settings = (version, setup)
        return setup


class SettingsWriting(SettingsReading):
    _changed = False

    def set(self, key: str, value: object, *, by: PersonId, now: datetime) -> None:
        self._add(settings, key=key, value=_plain(value), by=by, at=now)
        self._setup, self._changed = None, True

    def _remember(self, version: tuple[int, int], setup: Setup) -> Setup:
        """What is not committed yet is not for others."""
        return setup if self._changed else super()._remember(version, setup)


def read(held: Mapping[str, Any]) -> Setup:
    """The setup that these settings make; a key that this version does not know is passed over."""
    away, reports, terms = (_of_each(held, what) for what in ("away", "reports", "terms"))
    return Setup(
        places={place: held[f"place.{place}"] for place in Place if held.get(f"place.{place}")},
        roles={role: frozenset(held[f"role.{role}"]) for role in Role if held.get(f"role.{role}")},
        reports={manager: frozenset(managed) for manager, managed in reports.items()},
        desks={kind: tuple(held[f"desk.{kind}"]) for kind in Kind if held.get(f"desk.{kind}")},
        away={who: _away(value) for who, value in away.items()},
        days_off=frozenset(date.fromisoformat(day) for day in held.get("days_off", ())),
        days=frozenset(held.get("days", WEEKDAYS)),
        working=_hours(held["working"]) if "working" in held else WORKING,
        waking=_hours(held["waking"]) if "waking" in held else WAKING,
        cadences=Cadences(**{name: days for name in CADENCES if (days := held.get(f"cadence.{name}"))}),
        window=0 if held.get("window") == NEVER else held.get("window", WINDOW),
        terms={who: _terms(value) for who, value in terms.items()},
        marks=frozenset(mark for mark in Mark if held.get(f"mark.{mark}")),
        command=held.get("command", "/lead"),
        digest=_weekly(held["digest"]) if "digest" in held else Weekly(),
        profile_field=held.get("profile_field", ""),
        teams={name: frozenset(people) for name, people in held.get("teams", {}).items()},
        care=_care(held),
        rewarded=_rewarded(held),
        looks={kind: tuple(held[f"looks.{kind}"]) for kind in Kind if held.get(f"looks.{kind}")},
    )


def _care(held: Mapping[str, Any]) -> Care:
    chosen = {kind: Basis(held[f"care.basis.{kind}"]) for kind in Kind if f"care.basis.{kind}" in held}
    return Care(
        company=held.get("care.company", ""),
        address=held.get("care.address", ""),
        bases={**Care().bases, **chosen},
        keeping=Keeping(held["care.keeping"]) if "care.keeping" in held else None,
        months={how: held[f"kept.{how}"] for how in Ending if held.get(f"kept.{how}")},
    )


def _rewarded(held: Mapping[str, Any]) -> Rewarded:
    return Rewarded(
        departments=tuple(held.get("rewarded.departments", ())),
        roles=frozenset(Role(role) for role in held.get("rewarded.roles", ())),
        teams=held.get("rewarded.teams", False),
        accounts=held.get("rewarded.accounts", False),
        words=held.get("rewarded.words", ""),
    )


def _of_each(held: Mapping[str, Any], what: str) -> Mapping[PersonId, Any]:
    """The settings of this name that there are for people."""
    prefix = f"{what}."
    return {PersonId(int(key.removeprefix(prefix))): value for key, value in held.items() if key.startswith(prefix)}


def _hours(held: Mapping[str, str]) -> Hours:
    return Hours(time.fromisoformat(held["starts"]), time.fromisoformat(held["ends"]))


def _weekly(held: Mapping[str, Any]) -> Weekly:
    return Weekly(held["day"], time.fromisoformat(held["hour"]))


def _terms(held: Mapping[str, Any]) -> Terms:
    hours, days, not_before = held.get("hours"), held.get("days"), held.get("not_before")
    return Terms(
        Rhythm(held.get("rhythm", Rhythm.AT_ONCE)),
        hours=_hours(hours) if hours else None,
        days=frozenset(days) if days else None,
        not_before=date.fromisoformat(not_before) if not_before else None,
    )


def _away(held: Mapping[str, Any]) -> Away:
    since, back = (datetime.fromisoformat(held[name]) for name in ("since", "back"))
    return Away(date.fromisoformat(held["until"]), PersonId(held["cover"]), since, back)


def _plain(value: object) -> object:
    """As JSON has it: sets in order, days and moments in ISO 8601."""
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(_plain(item) for item in value)  # type: ignore[type-var]  # a set here is of one sortable kind
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value
