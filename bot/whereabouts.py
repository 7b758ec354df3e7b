"""Where somebody probably is.

A lead, by their telephone number or the country of their e-mail, and what time it is there; a colleague, by their zone
or language, and whose telephone numbers they write without a country.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import phonenumbers
from phonenumbers import timezone

from bot.leads import Lead
from bot.terms import WEEKDAYS, WORKING

ANYWHERE = frozenset({"ai", "cc", "co", "fm", "gg", "io", "me", "sh", "tv", "vc", "ws"})
"""Countries whose domains are sold to everybody: https://developers.google.com/search/docs/specialty/international/managing-multi-regional-sites"""

UNCHOSEN = "en-US"
"""The locale of whoever has chosen none."""
_LOCALE = re.compile(r"(?!es-LA)[a-z]{2,3}[-_][A-Za-z]{2}")
"""A language and a country; es-LA is Slack's Spanish of Latin America, and not of Laos."""


@dataclass(frozen=True)
class Local:
    """What their clock shows."""

    clock: str
    place: str


def outside_hours(lead: Lead, now: datetime) -> Local | None:
    """None while anybody there might be at work: in one of the zones where they may be, or where we do not know."""
    zones = zones_of(lead)
    times = [now.astimezone(ZoneInfo(zone)) for zone in zones]
    if not times or any(time.isoweekday() in WEEKDAYS and WORKING.hold(time.time()) for time in times):
        return None
    return Local(f"{times[0]:%H:%M}", zones[0].rpartition("/")[2].replace("_", " "))


def zones_of(lead: Lead) -> tuple[str, ...]:
    return _by_phone(lead.phone) or _by_mail(lead.email)


def _by_phone(phone: str) -> tuple[str, ...]:
    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return ()
    return tuple(zone for zone in timezone.time_zones_for_number(number) if zone != timezone.UNKNOWN_TIMEZONE)


def _by_mail(email: str) -> tuple[str, ...]:
    country = email.rpartition(".")[2].lower()
    return () if country in ANYWHERE else _countries().get({"uk": "gb"}.get(country, country), ())


def regions(zone: str, locale: str) -> tuple[str, ...]:
    """The countries whose telephone numbers somebody writes without a prefix, the likelier first: ("ES", "US").

    Their locale's, where they have chosen one: their zone may be a neighbour's, for Slack gives one name to several (to
    Central Europe mostly "Europe/Amsterdam"). Before the American English that Slack speaks by itself, their zone's.
    """
    there, spoken = _country_of().get(zone), locale[-2:].upper() if _LOCALE.fullmatch(locale) else ""
    likely = (there, spoken) if locale == UNCHOSEN else (spoken, there)
    return tuple(dict.fromkeys(region for region in likely if region))


@cache
def _country_of() -> dict[str, str]:
    """The country of each zone, also by the zone's older names: browsers still say "Asia/Calcutta"."""
    found = {zone: country.upper() for country, zones in _countries().items() for zone in zones}
    links = [row.split() for row in _rows("tzdata.zi") if row.startswith("L ")]
    older = {old: found[zone] for _, zone, old in links if "/" in old and zone in found}
    return older | found


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """The zones of each country, as the time zone database lists them."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("zone.tab"):
        country, _, zone, *_ = row.split("\t")
        found[country.lower()] = (*found.get(country.lower(), ()), zone)
    return found


def _rows(name: str) -> list[str]:
    table = (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [row for row in table.splitlines() if row and not row.startswith("#")]
