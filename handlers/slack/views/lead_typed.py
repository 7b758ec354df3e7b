"""What stands in the form of a lead: as it is typed, as it is read back, and as the domain keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from bot import texts
from bot.capture import email, reach
from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Given, Kind, NameFrom, Offer, Tie
from bot.offers import made
from handlers.slack.kit import inputs
from handlers.slack.kit.inputs import Values

UNNAMED, COLLEAGUE, OUTSIDE = "unnamed", "colleague", "outside"
"""Choices of who gets the credit: me, but unnamed; a colleague or somebody outside, whom further inputs ask for."""
CREDIT = "credit"
"""The action id of who gets the credit, where choosing it asks for more."""


@dataclass(frozen=True)
class LeadTyped:
    """What stands in the form, as typed."""

    kind: Kind = Kind.SALES
    name: str = ""
    reach: str = ""
    """E-mail, phone, link and what is known: one text, as a person types it."""
    person: str = ""
    need: str = ""
    how_known: str = ""
    tie: str = ""
    """A code."""
    name_from: str = ""
    """A code, where it does not follow from how it is logged."""
    aware: bool = False
    wanted: str = ""
    """A Slack user id."""
    credit: str = ""
    """A code, where they would rather not be named, or a colleague gave it."""
    colleague: str = ""
    """A Slack user id: who has the credit then."""
    outside: str = ""
    outside_email: str = ""
    offers: tuple[str, ...] = ()
    """Codes."""
    help: str = ""

    @property
    def filled(self) -> frozenset[str]:
        """The inputs in which something stands."""
        return frozenset(field.name for field in fields(self) if getattr(self, field.name))


def typed_from(given: Given, *, wanted: str = "") -> LeadTyped:
    """The form filled in with what is known; `wanted` is the Slack user id of `given.wanted`."""
    reach = ", ".join(part for part in (given.email, given.phone, given.link) if part)
    about = "\n" if "\n" in given.about else ", "
    return LeadTyped(
        kind=given.kind,
        name=given.name,
        reach=about.join(part for part in (reach, given.about) if part),
        person=given.person,
        need=given.need,
        how_known=given.how_known,
        tie=given.tie or "",
        name_from="" if given.name_from is NameFrom.COLLEAGUE else given.name_from,
        aware=given.aware,
        wanted=wanted,
        credit=UNNAMED if given.unnamed else "",
        outside=given.outside,
        outside_email=given.outside_email,
        offers=made(given),
        help=given.help,
    )


def read_edit_form(values: Values, known: LeadTyped) -> LeadTyped:
    """What was typed; what is not in the form stays as it is known."""
    typed = read_lead_form(values)
    return replace(known, **{name: getattr(typed, name) for name in values if hasattr(typed, name)})


def read_lead_form(values: Values) -> LeadTyped:
    """What was typed; what is not in the form is empty. Texts are as typed: the domain makes them clean."""
    kind, credit = inputs.chosen(values, "kind"), inputs.chosen(values, CREDIT)
    theirs = credit == OUTSIDE or CREDIT not in values
    return LeadTyped(
        kind=Kind(kind) if kind in set(Kind) else Kind.SALES,
        name=inputs.text(values, "name"),
        reach=inputs.text(values, "reach"),
        person=inputs.text(values, "person"),
        need=inputs.text(values, "need"),
        how_known=inputs.text(values, "how_known"),
        tie=inputs.chosen(values, "tie"),
        name_from=inputs.chosen(values, "name_from"),
        aware=bool(inputs.ticked(values, "aware")),
        wanted=inputs.user(values, "wanted"),
        credit=credit if credit in {UNNAMED, COLLEAGUE, OUTSIDE} else "",
        colleague=inputs.user(values, COLLEAGUE),
        outside=inputs.text(values, "outside") if theirs else "",
        outside_email=inputs.text(values, "outside_email") if theirs else "",
        offers=inputs.ticked(values, "offers"),
        help=inputs.text(values, "help"),
    )


def _email(typed: str, *, field: str) -> str:
    """Raises Refused("not_an_email")."""
    address = texts.line(typed, field=field)
    if address and not email(address):
        raise Refused("not_an_email", field=field)
    return address


def given(typed: LeadTyped, *, wanted: PersonId | None = None, regions: Sequence[str] = ()) -> Given:
    """What the domain keeps of it; `wanted` is the person of `typed.wanted`, `regions` are those of who typed.

    Raises Refused with the block id of the input that is wrong: blank, too_long, not_an_email.
    """
    found = reach(texts.long(typed.reach, field="reach"), regions=regions)
    return Given(
        kind=typed.kind,
        name=texts.line(typed.name, field="name", required=True),
        person=texts.line(typed.person, field="person"),
        email=found.email,
        phone=found.phone,
        link=found.link,
        about=found.rest,
        need=texts.long(typed.need, field="need"),
        how_known=texts.long(typed.how_known, field="how_known"),
        tie=Tie(typed.tie) if typed.tie in set(Tie) else None,
        name_from=NameFrom(typed.name_from) if typed.name_from in set(NameFrom) else NameFrom.COLLEAGUE,
        aware=typed.aware,
        wanted=wanted,
        unnamed=typed.credit == UNNAMED,
        outside=texts.line(typed.outside, field="outside", required=typed.credit == OUTSIDE),
        outside_email=_email(typed.outside_email, field="outside_email"),
        introduces=Offer.INTRODUCTION in typed.offers,
        lends_name=Offer.NAME in typed.offers,
        advises=Offer.ADVICE in typed.offers,
        help=texts.long(typed.help, field="help"),
    )
