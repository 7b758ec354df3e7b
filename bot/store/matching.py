"""Leads that are about the same, as the domain asks storage for them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import LeadId, PersonId
from bot.leads import Given, Lead
from bot.matching import Known, Link


class MatchingReading(Protocol):
    def comparable(self, given: Given) -> Sequence[Known]:
        """Leads that share a key with it (see `bot.matching.keys` and `bot.privacy.own`), of each key the newest few.

        None that is erased or held back. Inside `write()` whoever else would log such a lead waits until the end.
        """

    def comparable_often(self, given: Given) -> Sequence[Known]:
        """The same for who asks for many: what was read is kept until `compare_anew`."""

    def compare_anew(self) -> None:
        """What has changed since is read anew."""

    def links(self, lead: LeadId) -> Mapping[LeadId, Link]:
        """The leads that it is linked to."""

    def parts(self, lead: LeadId) -> Sequence[Lead]:
        """The leads that are joined to it, the oldest first."""


class MatchingWriting(MatchingReading, Protocol):
    def link(self, lead: LeadId, other: LeadId, how: Link, *, now: datetime, by: PersonId | None = None) -> None:
        """Where the two are linked already, what somebody says (`by`) replaces it, and nothing else does."""
