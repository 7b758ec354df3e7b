"""Leads: who gave what, and where it stands."""

from bot.leads.given import Given, Kind, NameFrom, Offer, Tie
from bot.leads.lead import Basis, Lead, just_logged
from bot.leads.statuses import CLOSED, OPEN, WORKED, Status

__all__ = [
    "CLOSED",
    "OPEN",
    "WORKED",
    "Basis",
    "Given",
    "Kind",
    "Lead",
    "NameFrom",
    "Offer",
    "Status",
    "Tie",
    "just_logged",
]
