"""Where a lead may stand."""

from enum import StrEnum


class Status(StrEnum):
    NEW = "new"
    QUALIFYING = "qualifying"
    SALES_READY = "sales_ready"
    ACCEPTED = "accepted"
    CONTACTED = "contacted"
    MEETING = "meeting"
    PROPOSAL = "proposal"
    SCREENING = "screening"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    NURTURING = "nurturing"
    WON = "won"
    LOST = "lost"
    DECLINED = "declined"


CLOSED = frozenset({Status.WON, Status.LOST, Status.DECLINED})
OPEN = frozenset(Status) - CLOSED
WORKED = OPEN - {Status.NEW, Status.QUALIFYING, Status.SALES_READY, Status.NURTURING}
"""Accepted and later: somebody has it and works it."""
