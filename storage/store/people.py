"""People and who they are on each platform."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache

from sqlalchemy import and_, bindparam, exists, func, select

from bot.clocks import MORNING
from bot.ids import PersonId
from bot.people import Identity, Person, Profile
from storage.store.prepared import Prepared
from storage.store.rows import Rows, columns, row_of
from storage.tables import identities, people, schedules

PERSON = select(*columns(people, Person))
_BY_ID = Prepared(PERSON.where(people.c.id == bindparam("id")))
_BY_IDENTITY = Prepared(
    PERSON.join(identities, identities.c.person == people.c.id).where(
        *(identities.c[part] == bindparam(part) for part in ("platform", "team", "user"))
    )
)
_IDENTITY = Prepared(
    select(*columns(identities, Identity))
    .where(identities.c.person == bindparam("person"), identities.c.platform == bindparam("platform"))
    .limit(1)
)
_WORKSPACE = Prepared(
    select(identities.c.team)
    .where(identities.c.platform == bindparam("platform"))
    .order_by(identities.c.person)
    .limit(1)
)

_IS_BOT = exists().where(identities.c.person == people.c.id, identities.c.bot)
_FULL = and_(people.c.known, ~people.c.guest, ~people.c.deactivated, ~_IS_BOT)


@lru_cache(maxsize=64)
def _among(many: int) -> Prepared:
    return Prepared(PERSON.where(people.c.id.in_([bindparam(f"id{n}") for n in range(many)])))


@lru_cache(maxsize=64)
def _lookers(many: int | None) -> Prepared:
    among = PERSON if many is None else PERSON.where(people.c.id.in_([bindparam(f"id{n}") for n in range(many)]))
    return Prepared(among.where(people.c.home_opened, _FULL).order_by(people.c.id).limit(bindparam("limit")))


@lru_cache(maxsize=64)
def _admins(named: int) -> Prepared:
    theirs = people.c.id.in_([bindparam(f"id{n}") for n in range(named)]) if named else people.c.workspace_admin
    return Prepared(PERSON.where(theirs, _FULL))


def _numbered(ids: Iterable[PersonId]) -> dict[str, PersonId]:
    return {f"id{n}": person for n, person in enumerate(ids)}


class PeopleReading(Rows):
    def person(self, person: PersonId) -> Person:
        found = self._met.get(person) or self._first(Person, _BY_ID, id=person)
        if found is None:
            raise KeyError(person)
        self._met[person] = found
        return found

    def people(self, ids: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        wanted = set(ids)
        found = self._all(Person, _among(len(wanted)), **_numbered(wanted)) if wanted else []
        return {person.id: person for person in found}

    def lookers(self, ids: Collection[PersonId] | None, *, limit: int) -> Sequence[Person]:
        if ids is not None and not ids:
            return []
        among = _lookers(None if ids is None else len(ids))
        return self._all(Person, among, **_numbered(ids or ()), limit=limit)

    def admins(self, named: Collection[PersonId]) -> Sequence[Person]:
        if named:
            return self._all(Person, _admins(len(named)), **_numbered(named))
        if self._admins is None:
            self._admins = self._all(Person, _admins(0))
        return self._admins

    def members(self) -> Sequence[Person]:
        return self._all(Person, PERSON.where(_FULL).order_by(func.lower(people.c.name), people.c.id))

    def find_person(self, identity: Identity) -> Person | None:
        return self._first(Person, _BY_IDENTITY, **row_of(identity))

    def identity(self, person: PersonId, platform: str) -> Identity | None:
        return self._first(Identity, _IDENTITY, person=person, platform=platform)

    def workspace(self, platform: str) -> str:
        return self._scalar(_WORKSPACE, platform=platform) or ""


class PeopleWriting(PeopleReading):
    def meet(self, identity: Identity, profile: Profile | None, now: datetime) -> Person:
        self._one_at_a_time(identity)
        person = self.find_person(identity)
        if person is None:
            return self._add_person(identity, profile, now)
        if profile is None:
            return person
        if profile.zone != person.zone:
            morning = and_(schedules.c.what == MORNING, schedules.c.person == person.id)
            self.connection.execute(schedules.update().where(morning).values(next_at=now))
        told = asdict(profile) | {
            "department": profile.department if profile.department is not None else person.department
        }
        del told["bot"]
        return self._change_person(person.id, **told, known=True, seen_at=now)

    def deactivate(self, person: PersonId) -> Person:
        return self._change_person(person, deactivated=True)

    def opened_home(self, person: PersonId) -> None:
        self._change_person(person, home_opened=True)

    def looks_for(self, person: PersonId, kept: str) -> None:
        self._change_person(person, home_filter=kept)

    def _change_person(self, person: PersonId, **values: object) -> Person:
        self._met.pop(person, None)
        self._admins = None
        self.connection.execute(people.update().where(people.c.id == person).values(**values))
        return self.person(person)

    def _add_person(self, identity: Identity, profile: Profile | None, now: datetime) -> Person:
        told = asdict(profile or Profile(name=identity.user, zone="UTC"))
        bot, department = told.pop("bot"), told.pop("department") or ""
        self._admins = None
        number = self._add(
            people, **told, department=department, known=profile is not None, seen_at=now, home_opened=False
        )
        self.connection.execute(identities.insert().values(**asdict(identity), person=number, bot=bot))
        return self.person(PersonId(number))

    def _one_at_a_time(self, identity: Identity) -> None:
        """Two first messages of a newcomer at once make one person; SQLite has one writer anyway."""
        if not self.is_sqlite:
            name = ":".join(asdict(identity).values())
            self.connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(name))))
