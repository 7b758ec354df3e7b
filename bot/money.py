"""Money: whole minor units and a currency, read from what people type; never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.errors import Refused

MOST = 10**15
"""In minor units; far above any deal, and safe in every database's integer."""
LONGEST = 24

# ISO 4217, list one: the currencies whose minor unit is not a hundredth. https://www.six-group.com/en/products-services/financial-information/market-reference-data/data-standards.html
_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"

COMMON = (
    "EUR",
    "USD",
    "GBP",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "JPY",
    "CAD",
    "AUD",
    "NZD",
    "INR",
    "BRL",
    "MXN",
    "SGD",
    "KRW",
    "ZAR",
    "TRY",
    "KWD",
    "CNY",
)
"""What a form offers."""

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class Money:
    minor: int
    currency: str

    def __str__(self) -> str:
        return f"{Decimal(self.minor).scaleb(-exponent(self.currency))} {self.currency}"


def exponent(currency: str) -> int:
    """How many decimals the currency has."""
    if currency in _THOUSANDTHS:
        return 3
    return 0 if currency in _WHOLE else 2


def read(text: str, currency: str) -> Money | None:
    """Money from what somebody typed: "1.000,50", "1,000.50", "1000"; None for nothing.

    Raises Refused for the field "amount": not_an_amount, negative_amount, ambiguous_amount, too_much, not_a_currency.
    """
    text = " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2019", "'").split())
    if not text:
        return None
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise Refused("not_a_currency", field="amount")
    _check_shape(text)
    minor = Decimal(_plain(text, exponent(currency))).scaleb(exponent(currency))
    if minor != minor.to_integral_value():
        raise Refused("not_an_amount", field="amount")
    if minor > MOST:
        raise Refused("too_much", field="amount")
    return Money(int(minor), currency)


def _check_shape(text: str) -> None:
    if text.startswith(("-", "\u2212")):
        raise Refused("negative_amount", field="amount")
    if not (_GROUPED.fullmatch(text) or _PLAIN.fullmatch(text)):
        raise Refused("not_an_amount", field="amount")
    if len(text) > LONGEST:
        raise Refused("too_much", field="amount")


def _plain(text: str, decimals: int) -> str:
    """The number with a point for its decimals and nothing between its thousands."""
    marks = [c for c in text if c in ".,"]
    text = text.replace("'", "").replace(" ", "")
    if not marks:
        return text
    last = marks[-1]
    whole, _, rest = text.rpartition(last)
    if len(set(marks)) == 1 and (len(marks) > 1 or _GROUPED.fullmatch(text)):
        if len(marks) == 1 and decimals == 3:  # noqa: PLR2004 - so a mark before three digits could be either
            raise Refused("ambiguous_amount", field="amount")
        return text.replace(last, "")
    return whole.replace(",", "").replace(".", "") + "." + rest
