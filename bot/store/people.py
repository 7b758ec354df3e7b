"""People, as the domain asks storage for them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import PersonId
from bot.people import Identity, Person, Profile


class PeopleReading(Protocol):
    def person(self, person: PersonId) -> Person: ...
    def people(self, ids: Iterable[PersonId]) -> Mapping[PersonId, Person]: ...
    def members(self) -> Sequence[Person]:
        """Full members whom the platform has told us about, by name."""

    def admins(self, named: Collection[PersonId]) -> Sequence[Person]:
        """The full members among those named; where nobody is, workspace owners and admins."""

    def lookers(self, ids: Collection[PersonId] | None, *, limit: int) -> Sequence[Person]:
        """Full members who have opened App Home, of these or of everybody; at most so many."""

    def find_person(self, identity: Identity) -> Person | None: ...
    def identity(self, person: PersonId, platform: str) -> Identity | None: ...
    def workspace(self, platform: str) -> str:
        """The team of the first person who was met there; "" before."""


class PeopleWriting(PeopleReading, Protocol):
    def meet(self, identity: Identity, profile: Profile | None, now: datetime) -> Person:
        """Insert or refresh a person; without a profile (the platform did not tell) a new one is not `known`.

        The morning of who has changed zones is looked at anew: it is due at once.
        """

    def deactivate(self, person: PersonId) -> Person:
        """The platform says that they have left."""

    def opened_home(self, person: PersonId) -> None: ...
    def looks_for(self, person: PersonId, kept: str) -> None:
        """Keeps what they look for in App Home."""
