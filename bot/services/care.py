"""What the company owes whoever a lead is about: what they are told, and what is locked and erased by itself."""

from collections.abc import Mapping
from datetime import datetime

from bot.answers import Answer
from bot.errors import Refused
from bot.ids import PersonId
from bot.keeping import Ending, Keeping
from bot.leads import Basis, Kind
from bot.services.once import once
from bot.services.setup import check_admin, saved
from bot.store import Unit
from bot.texts import line

LONGEST = 120
"""Months that something is kept."""


@once
def set_told(
    unit: Unit, company: str, address: str, bases: Mapping[Kind, Basis], *, by: PersonId, now: datetime
) -> Answer:
    """What the text says that is ready to be sent; the basis is that of leads logged from now on."""
    check_admin(unit, by)
    held = unit.setup().care
    values = {
        "care.company": (line(company, field="company"), held.company),
        "care.address": (line(address, field="address"), held.address),
        **{f"care.basis.{kind}": (basis, held.bases[kind]) for kind, basis in bases.items()},
    }
    for key, (value, before) in values.items():
        if value != before:
            unit.set(key, value or None, by=by, now=now)
    return saved(unit, by=by, now=now)


@once
def set_kept(
    unit: Unit, keeping: Keeping | None, months: Mapping[Ending, int], *, by: PersonId, now: datetime
) -> Answer:
    """What happens by itself from now on; all leads are looked at anew. Without months it is kept for ever."""
    check_admin(unit, by)
    if keeping is None:
        raise Refused("needed", field="keeping")
    held = unit.setup().care
    for how, many in months.items():
        if not 0 <= many <= LONGEST:
            raise Refused("not_months", field=how, most=LONGEST)
        if many != held.months.get(how, 0):
            unit.set(f"kept.{how}", many or None, by=by, now=now)
    if keeping is not held.keeping:
        unit.set("care.keeping", keeping, by=by, now=now)
    unit.care_anew(now)
    return saved(unit, by=by, now=now)
