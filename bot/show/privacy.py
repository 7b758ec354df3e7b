"""What is held about somebody: as whoever answers them sees it, and as the file that they are given."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from bot import notices, rights
from bot.attachments import Shared
from bot.errors import Refused
from bot.history import Entry
from bot.ids import PersonId, RequestId
from bot.leads import Given, Kind, Lead
from bot.notices import Notice
from bot.objecting import handlers_named
from bot.people import Person
from bot.privacy import Disclosure, Progress, Request
from bot.setup import Setup
from bot.show.attachments import File, files
from bot.show.leads import giver
from bot.show.withheld import FileGone
from bot.store import Reading

MOST = 10
"""So many leads are shown at once; https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element."""
LAST = 5
"""So many of those who were shown how to reach them, and of what was done."""
GIVEN = (
    *("name", "person", "email", "phone", "link", "about", "need", "how_known", "tie", "aware"),
    *("help", "introduces", "lends_name", "advises", "source", "crm"),
)


@dataclass(frozen=True)
class Held:
    """One lead about them."""

    lead: Lead
    referrer: str
    owner: str | None
    seen: tuple[tuple[str, Disclosure], ...]
    """Who was last shown how to reach them."""
    objected: bool
    """They want no more contact."""
    files: tuple[File, ...] = ()
    """What people shared about them on the platform, where it stays."""


@dataclass(frozen=True)
class Done:
    """What was done at somebody's wish, and how far our messages are."""

    request: Request
    by: str
    progress: Progress


@dataclass(frozen=True)
class Found:
    """What somebody who answers people finds about one of them."""

    words: str
    held: tuple[Held, ...]
    aside: int
    """Drafts and remarks that speak of them."""
    done: tuple[Done, ...]
    """What was done last, whomever it was about."""
    objected: bool
    """Nothing else is kept of them, but that they want no more contact."""


@dataclass(frozen=True)
class Copy:
    """The file for whom it is about."""

    day: date
    leads: int
    held: dict[str, Any]


def kinds_handled(person: Person, setup: Setup) -> tuple[Kind, ...]:
    return tuple(kind for kind in Kind if rights.handles_privacy(person, kind, setup))


def found(unit: Reading, words: str, person: Person) -> Found:
    """By an e-mail, a number, a name, or words in what was written; raises as `kinds_answered` does."""
    kinds = kinds_answered(unit, person)
    leads = unit.held_about(words, limit=MOST) if words else ()
    held = tuple(_held(unit, lead) for lead in leads if lead.kind in kinds)
    aside = {(what, one) for it in held for what, some in enumerate(unit.mentioning(it.lead)) for one in some}
    objected = not held and unit.objected(Given(Kind.SALES, "", about=words))
    return Found(words, held, len(aside), done(unit), objected)


def kinds_answered(unit: Reading, person: Person) -> tuple[Kind, ...]:
    """Raises Refused("not_privacy") with who does answer people, where it is not for this person at all."""
    kinds = kinds_handled(person, unit.setup())
    if not kinds:
        raise Refused("not_privacy", handlers=handlers_named(unit, Kind.SALES))
    return kinds


def done(unit: Reading) -> tuple[Done, ...]:
    return tuple(_done(unit, request) for request in unit.requests(limit=LAST))


def _done(unit: Reading, request: Request) -> Done:
    return Done(request, unit.person(request.by).name, unit.progress(request))


def request(unit: Reading, notice: Notice) -> Done:
    return _done(unit, unit.request(RequestId(int(str(notice.args["request"])))))


def _held(unit: Reading, lead: Lead) -> Held:
    seen = unit.disclosures(lead.id, last=LAST)
    names = unit.people({lead.referrer, *(one.person for one in seen), *([lead.owner] if lead.owner else [])})
    owner = names[lead.owner].name if lead.owner else None
    shown = tuple((giver(lead, names) if one.person == lead.referrer else names[one.person].name, one) for one in seen)
    return Held(lead, giver(lead, names), owner, shown, unit.objected(lead, themselves=True), files(unit, lead))


def copy(unit: Reading, notice: Notice) -> Copy | FileGone | None:
    """As it is when it is sent; nothing for who may not answer any more, nor once one of them is erased."""
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    leads = [unit.lead(number) for number in notices.leads_in(notice.args, "leads")]
    if any(lead.erased_at for lead in leads):
        return FileGone() if notice.shown else None
    if not all(rights.handles_privacy(reader, lead.kind, unit.setup()) for lead in leads):
        return None
    at = datetime.fromisoformat(str(notice.args["at"]))
    held = {"held_at": at.isoformat(), "leads": [_all_of(unit, lead) for lead in leads]}
    return Copy(at.date(), len(leads), held)


def _all_of(unit: Reading, lead: Lead) -> dict[str, Any]:
    """Under the names that the manual explains."""
    drafts, remarks = unit.mentioning(lead)
    said = [*(unit.draft(one).text for one in drafts), *(unit.remark(one).text for one in remarks)]
    return {
        "lead": lead.id,
        "kind": lead.kind,
        "status": lead.status,
        "restricted": lead.restricted,
        "no_more_contact": unit.objected(lead, themselves=True),
        "logged_at": lead.logged_at.isoformat(),
        "given_by": _by(unit, lead, lead.referrer),
        "worked_by": unit.person(lead.owner).name if lead.owner else None,
        "name_from": lead.name_from,
        "kept_by": lead.basis,
        "informed_at": lead.informed_at and lead.informed_at.isoformat(),
        "agreed_at": lead.consent_at and lead.consent_at.isoformat(),
        "wants_no_contact_since": lead.no_at and lead.no_at.isoformat(),
        "given": {name: value for name, value in asdict(lead).items() if name in GIVEN},
        "history": [_line(unit, lead, entry) for entry in unit.entries(lead.id)],
        "helpers": [
            {"name": _by(unit, lead, one.person), "at": one.at.isoformat(), "words": unit.text(one.text)}
            for one in unit.helpers(lead.id)
        ],
        "files": [_shared(unit, lead, one) for one in unit.attachments(lead.id)],
        "shown_to": [_shown(unit, lead, one) for one in unit.disclosures(lead.id)],
        "mentioned_in": said,
    }


def _line(unit: Reading, lead: Lead, entry: Entry) -> dict[str, Any]:
    return {
        "at": entry.at.isoformat(),
        "by": _by(unit, lead, entry.actor),
        "what": entry.kind,
        "facts": dict(entry.facts),
        "words": {name: unit.text(text) for name, text in entry.texts.items()},
    }


def _shared(unit: Reading, lead: Lead, one: Shared) -> dict[str, str | None]:
    file = one.attachment
    return {"name": file.name, "link": file.link, "by": _by(unit, lead, one.by), "at": one.at.isoformat()}


def _shown(unit: Reading, lead: Lead, one: Disclosure) -> dict[str, str | None]:
    return {"at": one.at.isoformat(), "to": _by(unit, lead, one.person), "where": one.what}


def _by(unit: Reading, lead: Lead, who: PersonId) -> str | None:
    """Nobody where they would rather not be named."""
    return None if lead.unnamed_is(who) else unit.person(who).name
