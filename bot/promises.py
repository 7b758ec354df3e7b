"""The promise clock: what a referrer is told although nothing moved, all of theirs in one message."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot import clocks, notices
from bot.batches import carry_out, of_leads
from bot.ids import PersonId
from bot.leads import Lead
from bot.notices import Arguments
from bot.saying import calendar, show_receipt, tell
from bot.store import Store, Unit
from bot.values import replace


def tell_referrers(store: Store, *, now: datetime, limit: int) -> int:
    """Keep the promise although nothing moved: where each lead stands, or honestly that there is no news."""

    def do(unit: Unit, due: Iterable[Lead]) -> None:
        for referrer in dict.fromkeys(lead.referrer for lead in due):
            _tell(unit, referrer, now=now)

    return carry_out(store, of_leads("promise_due", lambda unit: unit.promises_due(now, limit=limit), do, now=now))


def _tell(unit: Unit, referrer: PersonId, *, now: datetime) -> None:
    """What would be due within three days goes along; the first word on a new lead comes on its own day."""
    soon, days = unit.promises_of(referrer, now + clocks.TOGETHER), calendar(unit, referrer)
    today = max(now, days.evening(days.today(now)))
    together = [lead for lead in soon if lead.told_at is not None or _due(lead) <= today]
    if unit.person(referrer).deactivated:
        for lead in together:
            unit.save(replace(lead, promise_due=None, news_due=None))
    elif together:
        _update(unit, referrer, together, now=now)


def _update(unit: Unit, referrer: PersonId, leads: Sequence[Lead], *, now: datetime) -> None:
    following = [_told(unit, lead, now=now) for lead in leads]
    for lead in following:
        unit.save(lead)
        if lead.imported_at is None or unit.notice_by_key(f"receipt:{lead.id}:{lead.referrer}"):
            show_receipt(unit, lead, lead.referrer, now=now)
    about: Arguments = {
        "leads": notices.joined(lead.id for lead in leads),
        "news": notices.joined(lead.id for lead in leads if has_news(lead)),
        notices.TOGETHER: calendar(unit, referrer).rhythm.gathers,
    }
    key = f"updates:{referrer}:{_due(leads[0]).isoformat()}"
    until = min((lead.promise_due for lead in following if lead.promise_due), default=None)
    tell(unit, key, referrer, "updates", about, now=now, wait=timedelta(), until=until)


def _told(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """The lead once its referrer is told: without news the next time is further off."""
    reader = calendar(unit, lead.referrer)
    at = reader.awake(reader.snoozed_until(now, lead.not_before) or now)
    unheard = 0 if has_news(lead) else lead.unheard + 1
    after = replace(lead, told_at=at, unheard=unheard, not_before=lead.not_before if at > now else None)
    following = replace(after, promise_due=clocks.next_promise(after, reader, at))
    return _asked_later(unit, following, now=now) if _due(lead) <= now else following


def _asked_later(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """The owner was asked before this promise; next they are before the next. Who is still to be asked is asked."""
    if lead.owner is None or lead.ask_due is None or lead.ask_due <= now:
        return lead
    before = clocks.ask_due(lead, calendar(unit, lead.owner), now)
    return replace(lead, ask_due=max(lead.ask_due, before or lead.ask_due))


def has_news(lead: Lead) -> bool:
    """Whether a person did or said something since the referrer was last told."""
    return lead.news_at is not None and (lead.told_at is None or lead.news_at > lead.told_at)


def _due(lead: Lead) -> datetime:
    return lead.promise_due or lead.logged_at
