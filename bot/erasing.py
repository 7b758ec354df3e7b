"""Erases whom a lead is about, or holds it back: what is known goes, who gave it and what became of it stays.

Every message of ours is rendered from the database, so that what went there goes from the messages once they are said
anew: that is queued here, and done as the platform's pace allows.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot import ticking, untaken
from bot.ids import DraftId, NoticeId, PersonId
from bot.joining import parts_of
from bot.leads import Lead, Status
from bot.notices import Arguments, Notice
from bot.privacy import WRITTEN, Seen
from bot.saying import say_again, tell
from bot.store import Reading, Unit
from bot.values import replace

TYPED = (*WRITTEN, "source", "crm")
"""The fields of a lead in which people write, or link to what they wrote."""
FILES = {Seen.EXPORT: "export", Seen.COPY: "copy"}
"""How the names begin of the notices that carry files."""


def erase(unit: Unit, lead: Lead, *, because: str, by: PersonId, now: datetime, tells: bool = True) -> Lead:
    """Contact data, names and texts of this lead go; an open one is closed. Returns it as it is then; idempotent.

    `because` is a code for the history and for whoever gave it: asked, never_contacted, kept_long_enough. `tells`:
    who gave it, had it, or took a file with it hears of it.
    """
    if lead.erased_at is not None:
        return lead
    said = showing(unit, lead)
    _erase_aside(unit, lead, said, now=now)
    unit.erase_words(lead)
    bare = replace(_still(_bare(lead)), erased_at=now, restricted=False)
    unit.save(bare)
    unit.index(bare)
    unit.record(bare, "erased", actor=by, now=now, facts={"status": bare.status, "because": because})
    say_anew(unit, said, now=now)
    if tells:
        tell_people(unit, bare, because, by=by, now=now)
        _tell_of_files(unit, said, now=now)
    for part in parts_of(unit, bare):
        erase(unit, part, because=because, by=by, now=now, tells=tells)
    return bare


def _bare(lead: Lead) -> Lead:
    """Without anything that anybody typed; the history, the credit and the numbers stay."""
    nothing: dict[str, Any] = dict.fromkeys(TYPED, "")
    status = Status.DECLINED if lead.open else lead.status
    return replace(
        lead, **nothing, status=status, resume=None, next_step=None, next_on=None, back_on=None, wanted=None, tie=None
    )


def _still(lead: Lead) -> Lead:
    """No clock runs: nobody is asked, and nobody waits for word."""
    never: dict[str, Any] = dict.fromkeys(("promise_due", "news_due", "ask_due", "manager_due", "desk_due"))
    return replace(lead, **never, desk_at=None, call=None, window_on=None, window_due=None)


def _erase_aside(unit: Unit, lead: Lead, said: Iterable[Notice], *, now: datetime) -> None:
    """What speaks of them and belongs to no lead; its messages say so at once."""
    drafts, remarks = unit.mentioning(lead)
    typed = (notice.args.get("draft") for notice in said)  # beside a message about them
    for draft in {*drafts, *(DraftId(int(draft)) for draft in typed if draft)}:
        unit.drop_draft(draft)
        say_again(unit, f"draft:{draft}", now=now)
    for remark in {*remarks, *unit.remarks_on(lead.id)}:
        unit.erase_remark(remark)
        for key in unit.keys(f"remark:{remark}:"):
            say_again(unit, key, now=now)
    unit.erase_from_waiting(lead)


def tell_people(unit: Unit, lead: Lead, because: str, *, by: PersonId, now: datetime) -> None:
    """Kindly, that it ends and why, to who gave it and to who had it; whoever saw to it knows."""
    for reader in {lead.referrer, lead.owner or lead.referrer} - {by}:
        about: Arguments = {"lead": lead.id, "person": reader, "because": because}
        tell(unit, f"ended:{lead.id}:{because}:{reader}", reader, "ended", about, now=now)


def _tell_of_files(unit: Unit, said: Iterable[Notice], *, now: datetime) -> None:
    """The file goes from the platform; who took it may have a copy."""
    for notice in said:
        if notice.intent in FILES.values():
            day = datetime.fromisoformat(str(notice.args["at"])).date().isoformat()
            tell(
                unit,
                f"gone:{notice.key}",
                PersonId(int(str(notice.args["person"]))),
                "file_gone",
                {"day": day},
                now=now,
            )


def restrict(unit: Unit, lead: Lead, *, by: PersonId, now: datetime) -> Lead:
    """It is kept and not used: nobody works it, and nothing is said of it."""
    if lead.withheld:
        return lead
    said = showing(unit, lead)
    held = replace(_still(lead), restricted=True)
    unit.save(held)
    unit.record(held, "restricted", actor=by, now=now, facts={"status": held.status})
    say_anew(unit, said, now=now)
    for part in parts_of(unit, held):
        restrict(unit, part, by=by, now=now)
    return held


def lift(unit: Unit, lead: Lead, *, by: PersonId, now: datetime) -> Lead:
    """It goes on where it stood, and its clocks from now."""
    if not lead.restricted:
        return lead
    freed = replace(lead, restricted=False)
    freed = ticking.resumed(unit, freed, now=now) if freed.open else freed
    freed = untaken.started(unit, freed, now=now) if untaken.waits(freed) else freed
    unit.save(freed)
    unit.record(freed, "lifted", actor=by, now=now, facts={"status": freed.status})
    say_anew(unit, showing(unit, freed), now=now)
    for part in parts_of(unit, freed):
        lift(unit, part, by=by, now=now)
    return freed


def showing(unit: Reading, lead: Lead) -> tuple[Notice, ...]:
    """All that was said and shows this lead: messages, App Homes, files that somebody took."""
    taken = {(one.person, one.what, one.at) for one in unit.disclosures(lead.id) if one.what in FILES}
    files = [unit.notice_by_key(f"{FILES[what]}:{person}:{at.isoformat()}") for person, what, at in sorted(taken)]
    known = {notice.id: notice for notice in (*unit.showing(lead.id), *(one for one in files if one))}
    return tuple(known.values())


def say_anew(unit: Unit, said: Iterable[Notice], *, now: datetime) -> None:
    """Have them say what is true now, at once; what was not said yet says nothing when its time comes."""
    for notice in said:
        unit.put(replace(notice, due=now, until=None, answers_a_click=True))


def numbers(said: Iterable[Notice]) -> frozenset[NoticeId]:
    return frozenset(notice.id for notice in said if notice.id is not None)
