"""Weeks of Sandbox Inc., for the tests of the digest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot import services
from bot.ids import Origin
from bot.leads import Given, Kind, Status, just_logged
from bot.loop_health import promised
from bot.people import Identity, Profile, Role
from bot.saying import calendar
from sandbox.records import TEAM, Message
from tests.slack.company import Company

LOUD = "<!channel> & *Łódź* 🎉 " + "W" * 200
AUCKLAND_MONDAY = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)
"""The next Monday at nine where Mara is."""


def digests(slack: Company, name: str = "mara") -> list[Message]:
    return [message for message in getattr(slack, name).human.dms() if "referrers in the loop" in message.text]


def until(slack: Company, moment: datetime) -> None:
    slack.later(seconds=(moment - slack.now).total_seconds())


def a_week(slack: Company) -> None:
    """Erin gave Acme, and Ravi took it and fell silent; Ada gave Globex, and Rita won it without words."""
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it")
    slack.later(minutes=5)
    slack.ada.logs("Globex")
    slack.rita.clicks("I'll take it")
    slack.rita.clicks("More…", on="dm")
    slack.rita.clicks("Won")
    slack.rita.submits()


def a_crowd(slack: Company, reps: int, many: int) -> None:
    """So many reps with so many leads, half of them in silence for a month; with the longest names."""
    now, far = slack.now, slack.now + timedelta(days=30)
    givers = [slack.person("wanda"), slack.person("erin")]
    with slack.store.write() as unit:
        people = [
            unit.meet(Identity("slack", TEAM, f"U{n}"), Profile(f"{n} {LOUD}", "Europe/Madrid"), now).id
            for n in range(reps)
        ]
        for n in range(many):
            logged = now - timedelta(days=3 + 27 * (n % 2))
            given = Given(Kind.SALES, f"{n} {LOUD}", person=LOUD)
            lead = unit.enter(just_logged(given, referrer=givers[n % 5 == 0], now=logged, promise_due=far))
            lead = replace(lead, owner=people[n % reps], status=Status.CONTACTED, news_at=logged)
            unit.save(promised(lead, calendar(unit, lead.referrer)))
            unit.record(lead, "logged", actor=lead.referrer, now=logged)


def named(slack: Company, role: Role, *names: str) -> None:
    people = {role: [slack.person(name) for name in names]}
    services.set_people(slack.store, Origin(f"naming {role}"), people, {}, by=slack.person("ada"), now=slack.now)
    slack.settle()
