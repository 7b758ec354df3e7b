"""What is done at the wish of whom leads are about: a copy, a correction, holding back, no more contact, erasing."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from bot import erasing, notices, objecting, rights
from bot.answers import Answer
from bot.errors import NoSuchLead, Refused
from bot.ids import LeadId, NoticeId, PersonId
from bot.leads import Given, Kind, Lead
from bot.notices import Arguments, Notice
from bot.people import Person
from bot.privacy import Deed, Request, Seen, Way
from bot.saying import say, show_lead
from bot.services.log import EDITABLE, OUTSIDE
from bot.services.once import once
from bot.show.privacy import kinds_answered
from bot.store import Reading, Store, Unit
from bot.values import replace

Do = Callable[[Unit, Lead, PersonId, datetime], object]
DEEDS: dict[Deed, Do] = {
    Deed.ERASE: lambda unit, lead, by, now: erasing.erase(unit, lead, because="asked", by=by, now=now),
    Deed.RESTRICT: lambda unit, lead, by, now: erasing.restrict(unit, lead, by=by, now=now),
    Deed.LIFT: lambda unit, lead, by, now: objecting.allow(unit, lead, by=by, now=now),
    Deed.OBJECT: lambda unit, lead, by, now: objecting.object_to(unit, lead, by=by, now=now),
}
"""What each does to one lead."""


def check_handles(unit: Reading, person: Person, leads: Iterable[Lead]) -> None:
    """Raises NoSuchLead where one of them is not for this person to answer for."""
    if not all(rights.handles_privacy(person, lead.kind, unit.setup()) for lead in leads):
        raise NoSuchLead


@once
def answer_person(unit: Unit, deed: Deed, about: Collection[LeadId], *, by: PersonId, now: datetime) -> Answer:
    """Erase, hold back, let go on or take no more contact, for all leads about one person; our messages follow."""
    leads = [unit.lead(number) for number in sorted(set(about))]
    check_handles(unit, unit.person(by), leads)
    said: set[NoticeId] = set()
    for lead in leads:
        said |= erasing.numbers(erasing.showing(unit, lead))
        DEEDS[deed](unit, lead, by, now)
    request = unit.add_request(deed, [lead.id for lead in leads], said, by=by, now=now)
    _show(unit, request, now=now)
    return Answer(f"privacy_{deed}", facts={"request": request.id, "leads": len(leads)})


def _show(unit: Unit, request: Request, *, now: datetime) -> None:
    """The message that says how far it is, to whoever did it."""
    say(unit, f"request:{request.id}", notices.person(request.by), "request", {"request": request.id}, now=now)


def follow_requests(store: Store, *, now: datetime, limit: int) -> int:
    """How far our messages are is said until all are written anew."""
    with store.write() as unit:
        going = unit.going_requests(limit=limit)
        for request in going:
            if not unit.progress(request).going:
                unit.finish_request(request.id, now)
            _show(unit, request, now=now)
    return 0


@once
def copy_for_person(unit: Unit, about: Collection[LeadId], *, by: PersonId, now: datetime) -> Answer:
    """All that is held about somebody as a file, in a direct message to who asked for it on their behalf."""
    leads = [unit.lead(number) for number in sorted(set(about))]
    check_handles(unit, unit.person(by), leads)
    numbers = [lead.id for lead in leads]
    unit.disclose(numbers, by, Seen.COPY, now)
    unit.add_request(Deed.COPY, numbers, (), by=by, now=now)
    args: Arguments = {"person": by, "leads": notices.joined(numbers), "at": now.isoformat()}
    unit.put(Notice(f"copy:{by}:{now.isoformat()}", notices.person(by), "copy", args, due=now, answers_a_click=True))
    return Answer("privacy_copy", facts={"leads": len(leads)})


@once
def correct_lead(unit: Unit, lead_id: LeadId, given: Given, *, by: PersonId, now: datetime) -> Answer:
    """What is held is wrong; `given` is normalised."""
    lead = unit.lead(lead_id)
    check_handles(unit, unit.person(by), [lead])
    if lead.erased_at is not None:
        raise Refused("erased", lead=lead.id)
    if not given.name:
        raise Refused("blank", field="name")
    fields = {field: value for field, value in asdict(given).items() if field in {*EDITABLE, *OUTSIDE}}
    corrected = replace(lead, **fields)
    unit.save(corrected)
    unit.index(corrected)
    unit.record(corrected, "corrected", actor=by, now=now, facts={"status": lead.status})
    unit.add_request(Deed.CORRECT, [lead.id], (), by=by, now=now)
    erasing.say_anew(unit, erasing.showing(unit, corrected), now=now)
    show_lead(unit, corrected, now=now)
    return Answer("privacy_correct", lead.id)


@once
def allow_person(unit: Unit, words: str, *, by: PersonId, now: datetime) -> Answer:
    """Somebody of whom nothing else is kept may be contacted again: by the address or number in these words."""
    kinds_answered(unit, unit.person(by))
    unit.forget_objection(Given(Kind.SALES, "", about=words))
    unit.add_request(Deed.LIFT, (), (), by=by, now=now)
    return Answer("privacy_allow")


def note_seen(store: Store, leads: Sequence[LeadId], what: Seen, *, by: PersonId, now: datetime) -> None:
    """Somebody is about to be shown how to reach somebody: who, what and when is kept."""
    if leads:
        with store.write() as unit:
            unit.disclose(leads, by, what, now)


def reapply_erasures(store: Store, lines: Iterable[str], *, now: datetime) -> int:
    """After a restore: what was erased since is erased again, and who wants no contact is remembered.

    Returns how much that was: nothing where nothing was restored. A line that cannot be read is passed over.
    """
    listed = [line.split() for line in lines]
    if not listed:
        return 0  # no transaction: at a start another process may have the file
    with store.write() as unit:
        erased = sum(_erase_again(unit, words, now=now) for words in listed)
        objected = sum(_object_again(unit, hashed, way, now=now) for hashed, way in _standing(listed).items())
        return erased + objected + (_hold_back(unit, now=now) if objected else 0)


def _standing(listed: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Who objected, by keyed hash and way; an empty way where they came back since."""
    standing: dict[str, str] = {}
    for words in listed:
        match words:
            case ["object", way, hashed] if way in set(Way):
                standing[hashed] = way
            case ["allow", hashed]:
                standing[hashed] = ""
    return standing


def _object_again(unit: Unit, hashed: str, way: str, *, now: datetime) -> bool:
    if not way:
        unit.drop_objection(hashed)
        return False
    return unit.enter_objection(Way(way), hashed, now, listed=True)


def _erase_again(unit: Unit, words: Sequence[str], *, now: datetime) -> bool:
    """Unless its number is another lead's by now."""
    match words:
        case ["erase", number, fingerprint] if number.isdecimal():
            lead = _lead(unit, LeadId(int(number)))
            if lead is not None and lead.erased_at is None and unit.fingerprint(lead) == fingerprint:
                erasing.erase(unit, lead, because="asked", by=lead.referrer, now=now, tells=False)
                return True
    return False


def _lead(unit: Unit, number: LeadId) -> Lead | None:
    try:
        return unit.lead(number)
    except NoSuchLead:
        return None


def _hold_back(unit: Unit, *, now: datetime) -> int:
    """Restored leads about who asked for no more contact since."""
    found, last = 0, LeadId(0)
    while numbers := unit.lead_numbers(after=last, limit=1000):
        last = numbers[-1]
        for lead in map(unit.lead, numbers):
            if not lead.withheld and unit.objected(lead, themselves=True):
                objecting.object_to(unit, lead, by=lead.referrer, now=now, tells=False)
                found += 1
    return found
