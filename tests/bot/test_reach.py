"""What tells how to reach somebody goes out of whatever they know, however it is written."""

from datetime import UTC, datetime

import pytest

from bot.ids import LeadId, PersonId
from bot.leads import Kind, Lead
from bot.show.reach import of_lead

WRITTEN = (
    "jane@acme.example",
    "HTTPS://acme.example/jane",
    "http://acme.example/jane",
    "WWW.acme.example/jane",
    "Linkedin.com/in/jane-acme",
    "+34 911 23 23 23",
)
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


def lead(about: str) -> Lead:
    return Lead(Kind.SALES, "Acme", about=about, id=LeadId(1), referrer=PersonId(1), logged_at=NOW, moved_at=NOW)


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("around", ["ask {}", "mañana: {}", "{}"])
def test_an_address_a_link_or_a_number_is_left_out(written: str, around: str) -> None:
    assert of_lead(lead(around.format(written))).about == around.format("…")


@pytest.mark.parametrize("told", ["needs payroll in Spain", "wants links, not mail", "año nuevo"])
def test_what_tells_nothing_stays(told: str) -> None:
    assert of_lead(lead(told)).about == told
