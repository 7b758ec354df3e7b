"""What people type after /lead, and what the form is filled with."""

import pytest

from bot import capture
from bot.leads import Kind


@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        ("Acme", {"name": "Acme"}),
        ("Board Games Ltd", {"name": "Board Games Ltd"}),
        (
            "Acme, Jane Doe, jane@acme.example, needs payroll in Spain",
            {"name": "Acme", "person": "Jane Doe", "email": "jane@acme.example", "about": "needs payroll in Spain"},
        ),
        (
            "Acme jane@acme.example +34 600 123 456",
            {"name": "Acme", "email": "jane@acme.example", "phone": "+34600123456"},
        ),
        ("Acme, 020 7946 0958", {"name": "Acme", "phone": "+442079460958"}),
        ("Acme, linkedin.com/in/jane-doe", {"name": "Acme", "link": "https://linkedin.com/in/jane-doe"}),
        ("Acme, see https://acme.example/jobs (soon).", {"name": "Acme", "link": "https://acme.example/jobs"}),
        ("jane@acme.example", {"name": "", "email": "jane@acme.example"}),
        ("Acme; Ana de la Torre; knows us", {"name": "Acme", "person": "Ana de la Torre", "about": "knows us"}),
        (
            "Met Jane at the fair and she really needs payroll for twenty",
            {"name": "Jane", "about": "Met Jane at the fair and she really needs payroll for twenty"},
        ),
        (
            "A customer told me that Wonka Inc is unhappy, hank@wonka.example",
            {"name": "Wonka Inc", "about": "A customer told me that Wonka Inc is unhappy"},
        ),
        ("Initech looks for an office", {"name": "Initech", "about": "Initech looks for an office"}),
        ("bike shop around the corner", {"name": "bike shop around the corner", "about": ""}),
        ("شركة النور, يحتاجون إلى الرواتب", {"name": "شركة النور"}),
    ],
)
def test_a_line_fills_the_form(typed: str, filled: dict[str, str]) -> None:
    given = capture.read(typed, locale="en-GB")

    assert {field: getattr(given, field) for field in filled} == filled


def test_for_a_possible_colleague_the_first_part_is_the_person() -> None:
    given = capture.read("Jane Doe, jane@mail.example, great with databases", Kind.TALENT)

    assert (given.name, given.email, given.about) == ("Jane Doe", "jane@mail.example", "great with databases")


def test_a_date_or_a_price_is_no_telephone_number() -> None:
    given = capture.read("Acme, starts 2026-12-01, about 1.000,50 a month", locale="es-ES")

    assert given.phone == ""
    assert "2026-12-01" in given.about
