"""What people type after /lead, and what the form is filled with."""

import pytest

from bot import capture
from bot.leads import Kind
from bot.whereabouts import regions


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
    given = capture.read(typed, regions=("GB",))

    assert {field: getattr(given, field) for field in filled} == filled


def test_for_a_possible_colleague_the_first_part_is_the_person() -> None:
    given = capture.read("Jane Doe, jane@mail.example, great with databases", Kind.TALENT)

    assert (given.name, given.email, given.about) == ("Jane Doe", "jane@mail.example", "great with databases")


@pytest.mark.parametrize("zone", ["Europe/Madrid", "Europe/Copenhagen", "Europe/Rome", "Europe/Warsaw", "Asia/Nicosia"])
@pytest.mark.parametrize(
    "about", ["starts 2026-12-01", "on 01.12.2026", "in 2026-2027", "25 000 000 a year", "1.000.000"]
)
def test_a_date_or_a_price_is_a_telephone_number_nowhere(zone: str, about: str) -> None:
    given = capture.read(f"Acme, {about}", regions=regions(zone, "en-US"))

    assert (given.phone, given.about) == ("", about)


@pytest.mark.parametrize(
    ("zone", "locale", "typed", "phone"),
    [
        ("Europe/Madrid", "en-US", "600 222 333", "+34600222333"),
        ("Europe/Madrid", "en-US", "(415) 555-2671", "+14155552671"),
        ("Europe/Madrid", "de-DE", "+44 20 7946 0958", "+442079460958"),
        ("Europe/Madrid", "en-US", "0044 20 7946 0958", "+442079460958"),
        ("Europe/Madrid", "en-US", "011 44 20 7946 0958", "+442079460958"),
        ("Europe/Oslo", "en-US", "22 12 34 56", "+4722123456"),
        ("Asia/Calcutta", "en-US", "098765 43210", "+919876543210"),
        ("America/Argentina/Buenos_Aires", "es-LA", "011 4123-4567", "+541141234567"),
        ("Europe/Amsterdam", "de-DE", "030 1234567", "+49301234567"),
        ("Europe/Amsterdam", "en-US", "030 1234567", "+31301234567"),
        ("UTC", "es-ES", "600 222 333", "+34600222333"),
        ("Etc/GMT-1", "es-ES", "600 222 333", "+34600222333"),
        ("CET", "es-ES", "600 222 333", "+34600222333"),
        ("Antarctica/Troll", "", "+34 600 222 333", "+34600222333"),
    ],
)
def test_a_number_without_its_country_is_of_where_they_are_else_of_their_language(
    zone: str, locale: str, typed: str, phone: str
) -> None:
    given = capture.read(f"Acme, {typed}, wants trays", regions=regions(zone, locale))

    assert (given.name, given.phone, given.about) == ("Acme", phone, "wants trays")


@pytest.mark.parametrize(
    ("zone", "locale", "typed"),
    [("Europe/Madrid", "en-US", "111 222 333"), ("UTC", "", "600 222 333"), ("UTC", "es-LA", "020 55 123 456")],
)
def test_a_number_of_no_country_of_theirs_stays_as_it_was_typed(zone: str, locale: str, typed: str) -> None:
    given = capture.read(f"Acme, {typed}, wants trays", regions=regions(zone, locale))

    assert (given.phone, given.about) == ("", f"{typed}, wants trays")
