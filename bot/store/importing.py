"""Leads that come from a list, as the domain asks storage for them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from bot.ids import LeadId
from bot.importing import Fate, Row
from bot.leads import Lead
from bot.people import Person


class ImportingReading(Protocol):
    def everybody(self, platform: str) -> Sequence[tuple[str, Person]]:
        """All people but apps whom we have met there, also those who have left: the user, and who it is."""

    def imported(self, rows: Iterable[Row]) -> Mapping[str, LeadId]:
        """Those of the rows that came before, by what they are known by."""

    def stirred(self, leads: Collection[LeadId]) -> Sequence[Lead]:
        """Those of them that are not dormant: something may show them."""

    def import_of(self, file: str) -> Mapping[Fate, int]:
        """How many rows of this list became a lead so far, by what became of them."""


class ImportingWriting(ImportingReading, Protocol):
    def bring(self, lead: Lead, row: Row, fate: Fate, file: str) -> Lead:
        """Store it as it stands, and that this row is that lead; its number is given here."""

    def import_alone(self) -> None:
        """Wait for whoever else imports, so that no row becomes two leads."""
