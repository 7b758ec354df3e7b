"""Amounts as people write them, in many countries; what cannot be read is refused with its reason."""

import pytest

from bot import money
from bot.errors import Refused
from bot.money import Money


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("1000", "EUR", 100_000),
        ("1.000,50", "EUR", 100_050),
        ("1,000.50", "USD", 100_050),
        ("1 000,50", "EUR", 100_050),
        ("1'000.50", "CHF", 100_050),
        ("1.000", "EUR", 100_000),
        ("12,5", "EUR", 1_250),
        ("12.345.678", "EUR", 1_234_567_800),
        ("0", "EUR", 0),
        ("1500", "JPY", 1_500),
        ("1.5", "KWD", 1_500),
        ("1234567890123.45", "EUR", 123_456_789_012_345),
    ],
)
def test_an_amount_is_whole_minor_units(typed: str, currency: str, minor: int) -> None:
    assert money.read(typed, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("typed", "currency", "code"),
    [
        ("-3", "EUR", "negative_amount"),
        ("1e400", "EUR", "not_an_amount"),
        ("0.001", "EUR", "not_an_amount"),
        ("12.345,67.8", "EUR", "not_an_amount"),
        ("a lot", "EUR", "not_an_amount"),
        ("NaN", "EUR", "not_an_amount"),
        ("1.5", "JPY", "not_an_amount"),
        ("1.500", "KWD", "ambiguous_amount"),
        ("9" * 20, "EUR", "too_much"),
        ("9" * 3000, "EUR", "too_much"),
        ("5", "euro", "not_a_currency"),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, currency: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        money.read(typed, currency)

    assert (refused.value.code, refused.value.field) == (code, "amount")


def test_no_amount_is_none_at_all() -> None:
    assert money.read("  ", "EUR") is None


def test_an_amount_is_said_with_the_decimals_of_its_currency() -> None:
    assert [str(Money(100_050, "EUR")), str(Money(1500, "JPY"))] == ["1000.50 EUR", "1500 JPY"]
