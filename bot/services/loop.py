"""Keeping the referrer in the loop, by people: asking, answering, and helping."""

from datetime import datetime, timedelta

from bot import clocks, moving, rights, ticking
from bot.answers import Answer
from bot.asking import is_news, unanswered
from bot.errors import NoSuchLead, Refused
from bot.history import Entry
from bot.ids import LeadId, PersonId
from bot.joining import parts_of, whole_of
from bot.leads import Lead
from bot.notices import Arguments
from bot.retelling import show_told
from bot.saying import calendar, show_lead, show_stuck, tell, tell_giver
from bot.services.once import once
from bot.services.standing import stands_to
from bot.services.wins import owner_or_desk
from bot.show.leads import givers, named
from bot.standing import Standing
from bot.store import Help, Reading, Unit
from bot.texts import line, long

LINE = 300
"""One line of help."""
AT_ONCE = timedelta()


@once
def ask(unit: Unit, lead_id: LeadId, *, by: PersonId, now: datetime) -> Answer:
    """The referrer would like to know: recent news is shown, else the owner, or the desk, is asked once for all.

    A manager asks for them: the answer goes to the referrer all the same.
    """
    given = _to_ask_about(unit, lead_id, by)
    lead = whole_of(unit, given)
    if lead.owner == by:
        raise Refused("yours_already", lead=lead.id)
    if _fresh_news(unit, lead, now=now):
        return Answer("news_shown", lead.id)
    before = unanswered(unit.entries(lead.id), lead)
    if not before:
        unit.save(ticking.questioned(unit, lead, now=now))
    entry = unit.record(lead, "asked", actor=by, now=now, other=lead.owner, facts={"status": lead.status})
    since = (*before, entry)[0].seq  # several who ask make one ask
    for reader in owner_or_desk(unit, lead) - {by}:
        about: Arguments = {"lead": lead.id, "since": since, "person": reader}
        tell(unit, f"asked:{lead.id}:{since}:{reader}", reader, "asked", about, now=now, wait=AT_ONCE)
    return _asked(unit, given, by=by)


def _asked(unit: Unit, lead: Lead, *, by: PersonId) -> Answer:
    if lead.owner is None:
        return Answer("asked_desk", lead.id)
    asked = unit.person(unit.setup().present(lead.owner)).name
    if lead.referrer == by:
        return Answer("asked", lead.id, facts={"owner": asked})
    names = {"owner": asked, "referrer": named(unit, lead, lead.referrer)}
    return Answer("asked_for", lead.id, facts=names)


def _to_ask_about(unit: Unit, lead_id: LeadId, by: PersonId) -> Lead:
    """An open lead of theirs, or of somebody whom they manage."""
    lead = unit.lead(lead_id)
    stands = stands_to(unit, unit.person(by), lead)
    rights.check_sight(lead, stands)
    if not stands & {Standing.REFERRER, Standing.MANAGER}:
        raise NoSuchLead
    return check_open(lead)


def own_lead(unit: Reading, lead_id: LeadId, by: PersonId) -> Lead:
    """The referrer's own open lead."""
    lead = unit.lead(lead_id)
    if lead.referrer != by:
        raise NoSuchLead
    rights.check_kept(lead)
    return check_open(lead)


def check_open(lead: Lead) -> Lead:
    """Raises Refused("closed")."""
    if not lead.open:
        raise Refused("closed", lead=lead.id, status=lead.status)
    return lead


def _fresh_news(unit: Reading, lead: Lead, *, now: datetime) -> bool:
    """Whether a person did or said something less than three working days ago."""
    news = [e for e in unit.entries(lead.id) if not e.undone and is_news(e, lead)]
    return bool(news) and calendar(unit, lead.referrer).working_days_since(news[-1].at, now) < clocks.FRESH


@once
def answer(unit: Unit, lead_id: LeadId, words: str, *, by: PersonId, now: datetime) -> Answer:
    """One sentence about a lead, from its form."""
    return send_word(unit, lead_id, words, by=by, now=now)


def send_word(unit: Unit, lead_id: LeadId, words: str, *, by: PersonId, now: datetime) -> Answer:
    """A sentence from the owner (or from the desk while nobody has it) to the referrer: news from a person."""
    lead = check_says(unit, lead_id, by)
    text = unit.write_text(lead.id, long(words, field="word", required=True))
    told = ticking.told(unit, lead, now=now)
    unit.save(told)
    before, facts = moving.changed(lead, told), {"status": lead.status}
    entry = unit.record(told, "answered", actor=by, now=now, before=before, facts=facts, texts={"word": text})
    _tell_givers(unit, told, entry, now=now)
    show_lead(unit, told, now=now)
    show_told(unit, told, now=now)
    if by != lead.owner:
        show_stuck(unit, by, now=now)
    return Answer("said", lead.id, undo=entry.id, facts={"referrer": givers(unit, lead)})


def _tell_givers(unit: Unit, whole: Lead, entry: Entry, *, now: datetime) -> None:
    """Whoever gave it, and whoever gave it too."""
    if entry.actor != whole.referrer:
        tell_giver(unit, f"said:{entry.id}", whole, "answered", {"entry": entry.id}, now=now)
    for part in parts_of(unit, whole):
        if entry.actor != part.referrer:
            heard = ticking.told(unit, part, now=now)
            unit.save(heard)
            about: Arguments = {"entry": entry.id, "part": part.id}
            tell_giver(unit, f"said:{entry.id}:{part.id}", heard, "answered", about, now=now)


def check_says(unit: Reading, lead_id: LeadId, by: PersonId) -> Lead:
    """A lead of which this person may tell its referrer. Raises NoSuchLead, Refused("not_yours")."""
    lead = unit.lead(lead_id)
    stands = stands_to(unit, unit.person(by), lead)
    rights.check_sight(lead, stands)
    rights.check_tells(lead, stands)
    return lead


@once
def help_with(unit: Unit, lead_id: LeadId, words: str, *, by: PersonId, now: datetime) -> Answer:
    """*I know them* and *I can help*: one line to the owner, remembered on the card."""
    given, person = unit.lead(lead_id), unit.person(by)
    rights.check_sight(given, stands_to(unit, person, given))
    lead = check_open(whole_of(unit, given))
    text = unit.write_text(lead.id, line(words, field="word", most=LINE, required=True))
    unit.add_helper(Help(lead.id, by, now, text))
    unit.record(lead, "helped", actor=by, now=now, facts={"status": lead.status}, texts={"word": text})
    show_lead(unit, lead, now=now)
    if lead.owner not in {None, by}:
        key = f"offered:{lead.id}:{by}"
        tell(
            unit,
            key,
            unit.setup().present(owner_of(lead)),
            "offered",
            {"lead": lead.id, "helper": by},
            now=now,
            wait=AT_ONCE,
        )
    return Answer("helped", lead.id, facts={"owner": unit.person(lead.owner).name if lead.owner else None})


def owner_of(lead: Lead) -> PersonId:
    if lead.owner is None:
        raise Refused("nobody_there", lead=lead.id)
    return lead.owner
