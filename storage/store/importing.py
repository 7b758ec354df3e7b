"""Leads that come from a list, and which row of which list each of them was."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields

from sqlalchemy import bindparam, func, or_, select

from bot.ids import LeadId
from bot.importing import Fate, Row
from bot.leads import Lead
from bot.matching import Known
from bot.people import Person
from storage.store.leads import LEAD, LeadsReading, LeadsWriting
from storage.store.people import PERSON, PeopleReading
from storage.store.prepared import Prepared
from storage.store.privacy import PrivacyReading
from storage.tables import identities, imported, people
from storage.tables import leads as table

_EVERYBODY = Prepared(
    PERSON.add_columns(identities.c.user)
    .join(identities, identities.c.person == people.c.id)
    .where(identities.c.platform == bindparam("platform"), ~identities.c.bot)
    .order_by(people.c.id)
)
_STIRRED = or_(table.c.imported_at.is_(None), table.c.moved_at > table.c.imported_at)
"""As `bot.importing.dormant` says."""
_COUNTED = Prepared(
    select(imported.c.fate, func.count().label("many"))
    .where(imported.c.file == bindparam("file"))
    .group_by(imported.c.fate)
)
_COMPARED = tuple(its.name for its in fields(Known))
_BRING = Prepared(imported.insert())
_TURN = 5325
"""The advisory lock's number; see storage.migrations.LOCK."""


class ImportingReading(LeadsReading, PeopleReading, PrivacyReading):
    def everybody(self, platform: str) -> Sequence[tuple[str, Person]]:
        rows = (dict(row) for row in self._rows(_EVERYBODY, {"platform": platform}))
        return [(row.pop("user"), Person(**row)) for row in rows]

    def imported(self, rows: Iterable[Row]) -> Mapping[str, LeadId]:
        by_key = {self._key_of(row): row.known_by for row in rows}
        came = select(imported.c.key, imported.c.lead).where(imported.c.key.in_(by_key))
        return {by_key[key]: LeadId(lead) for key, lead in self.connection.execute(came)}

    def stirred(self, leads: Collection[LeadId]) -> Sequence[Lead]:
        if not leads:
            return []
        return self._all(Lead, LEAD.where(table.c.id.in_(sorted(leads)), _STIRRED).order_by(table.c.id))

    def import_of(self, file: str) -> Mapping[Fate, int]:
        return {row["fate"]: row["many"] for row in self._rows(_COUNTED, {"file": self._list(file)})}

    def _key_of(self, row: Row) -> str:
        """Whoever reads the database learns nothing of whom a row was about, also once that lead is erased."""
        return self._keyed(f"imported:{row.known_by}")

    def _list(self, file: str) -> str:
        return self._keyed(f"list:{file}")


class ImportingWriting(LeadsWriting, ImportingReading):
    def bring(self, lead: Lead, row: Row, fate: Fate, file: str) -> Lead:
        brought = self.enter(lead)
        self.shelf.read.known[brought.id] = Known(**{name: getattr(brought, name) for name in _COMPARED})
        self._change(_BRING, key=self._key_of(row), lead=brought.id, file=self._list(file), fate=fate)
        return brought

    def import_alone(self) -> None:
        if not self.is_sqlite:  # which has one writer anyway
            self.connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
