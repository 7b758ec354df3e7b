"""What is stuck comes to "the manager": all of it in one message, on the morning of its reader, each lead once."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from bot import clocks, notices
from bot.batches import PUT_OFF, Batch, carry_out, of_leads
from bot.ids import PersonId
from bot.leads import Lead
from bot.notices import Arguments
from bot.saying import calendar, desk, managers, tell
from bot.store import Store, Unit
from bot.values import replace


def find_silent(store: Store, *, now: datetime, limit: int) -> int:
    """Leads whose owner has told nobody anything for too long."""

    def do(unit: Unit, due: Iterable[Lead]) -> None:
        for lead in due:
            _silent(unit, lead, now=now)

    return carry_out(store, of_leads("manager_due", lambda unit: unit.managers_due(now, limit=limit), do, now=now))


def _silent(unit: Unit, lead: Lead, *, now: datetime) -> None:
    if lead.news_due is None:
        unit.save(replace(lead, manager_due=None))
    elif lead.owner is None:  # the desk did not answer a question
        unit.save(replace(lead, manager_due=None))
        escalate(unit, lead, desk(unit, lead.kind), now=now)
    elif lead.news_due > now:  # the referrer would rather hear later than was promised
        unit.save(replace(lead, manager_due=clocks.manager_due(lead, calendar(unit, lead.owner))))
    elif away := unit.setup().away.get(lead.owner):  # their clocks stand still
        owner = calendar(unit, lead.owner)
        later = owner.wakes(owner.days_after(owner.today(away.back), clocks.SILENT))
        unit.save(replace(lead, manager_due=later))
    else:
        unit.save(replace(lead, manager_due=None))
        escalate(unit, lead, {lead.owner}, now=now)


def escalate(unit: Unit, lead: Lead, about: Collection[PersonId], *, now: datetime) -> None:
    """The managers of those whom it is about hear of it on their next morning; none of those is told themselves."""
    for reader in {who for one in about for who in managers(unit, one, lead.kind)} - set(about):
        unit.escalate(lead.id, reader, _morning(unit, reader, now=now))


def _morning(unit: Unit, reader: PersonId, *, now: datetime) -> datetime:
    """When the reader hears: with their digest, on its day."""
    days, away = calendar(unit, reader), unit.setup().away.get(reader)
    morning = days.next_morning(max(now, away.back) if away else now)
    digest = unit.next_digest_of(reader)
    return max(morning, digest) if digest and days.today(digest) == days.today(morning) else morning


def tell_managers(store: Store, *, now: datetime, limit: int) -> int:
    """One message a reader's morning; what their digest is about to say is left to it."""

    def do(unit: Unit, due: Iterable[PersonId]) -> None:
        for reader in due:
            _tell(unit, reader, now=now)

    def put_off(unit: Unit, reader: PersonId) -> None:
        for lead in unit.take_escalations(reader, now):
            unit.escalate(lead, reader, now + PUT_OFF)

    due = Batch("help of manager", lambda unit: unit.escalations_due(now, limit=limit), int, do, put_off)
    return carry_out(store, due)


def _tell(unit: Unit, reader: PersonId, *, now: datetime) -> None:
    digest = unit.next_digest_of(reader)
    if digest is None or digest > now:
        due = unit.next_escalation_of(reader) or now
        about: Arguments = {"person": reader, "at": now.isoformat(), "leads": take(unit, reader, now=now)}
        tell(unit, key(reader, due), reader, "escalated", about, now=now, wait=timedelta())


def take(unit: Unit, reader: PersonId, *, now: datetime) -> str:
    """What is due to be told to this reader, as a notice's argument: whoever takes it says it, and nobody else."""
    return notices.joined(unit.take_escalations(reader, now))


def key(reader: PersonId, due: datetime) -> str:
    """Named by when it was due: so it has the same name in a database that is brought back."""
    return f"escalated:{reader}:{due.isoformat()}"
