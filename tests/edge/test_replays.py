"""The same signed request does nothing twice, whichever replica it comes to, as long as its signature is good."""

import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette

from bot.ids import LeadId, PersonId
from bot.settings import Settings
from handlers.slack import wording
from handlers.slack.edge.hearing import Hearing
from handlers.slack.edge.readiness import Heartbeat
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.client import Slack
from sandbox import payloads
from sandbox.people import Human
from sandbox.server import Sandbox
from storage.engine import open_engine
from storage.store import SqlStore
from tests.serving import Server, serving
from tests.slack.colleague import Colleague
from tests.slack.company import PATIENCE, Company, company, environ

Signed = tuple[bytes, dict[str, str]]
"""A body and its headers."""


@dataclass
class Replicas:
    """Two processes' worth of bots on one database, and whoever keeps a copy of what Slack sent."""

    company: Company
    urls: tuple[str, str]

    def sends(self, signed: Signed, to: int = 0) -> tuple[int, bytes]:
        request = urllib.request.Request(self.urls[to], *signed)  # noqa: S310 - this machine
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
                return answer.status, answer.read()
        except HTTPError as refused:
            with refused:
                return refused.code, refused.read()

    def calls(self, method: str) -> int:
        return sum(call.method == method for call in self.company.sandbox.world.calls)

    def owner(self) -> PersonId | None:
        """Of the first lead."""
        with self.company.store.read() as unit:
            return unit.lead(LeadId(1)).owner

    def command(self, who: Human, text: str) -> Signed:
        """Not sent yet."""
        world, push = self.company.sandbox.world, self.company.sandbox.push
        raw = urlencode(payloads.command(world, who.user, world.channel("leads"), "/lead", text, who.url)).encode()
        return raw, push.signed(raw) | {"Content-Type": "application/x-www-form-urlencoded"}

    def copy(self, sort: bytes = b"payload=") -> Signed:
        """Of the last request whose body begins so."""
        return next(one for one in reversed(self.company.sandbox.push.posted) if one[0].startswith(sort))


@contextmanager
def another(sandbox: Sandbox, server: Server, database_url: str) -> Iterator[str]:
    settings = Settings.read(environ(sandbox, database_url))
    engine = open_engine(settings.database_url)
    slack = Slack(settings.bot_token, settings.api_url, PATIENCE)
    around = Surroundings(SqlStore(engine), slack, sandbox.world.now, PATIENCE, settings.command, wording.refusal)
    hearing = Hearing(settings, around, Heartbeat(PATIENCE.tick))
    with server.up(Starlette(routes=hearing.routes)) as url:
        yield f"{url}/slack/events"
    hearing.stop(1)
    slack.close()
    engine.dispose()


@pytest.fixture
def replicas(sandbox: Sandbox, server: Server, database_url: str) -> Iterator[Replicas]:
    with (
        company(sandbox, server, database_url) as first,
        serving() as other,
        another(sandbox, other, database_url) as url,
    ):
        yield Replicas(first.is_set_up(), (sandbox.request_url, url))


@pytest.fixture
def erin(replicas: Replicas) -> Colleague:
    return replicas.company.erin


def form_is_kept(replicas: Replicas, erin: Colleague) -> bool:
    """That Slack opened no form a second time did not make a draft of the words."""
    replicas.company.settle()
    return replicas.calls("views.open") == 1 and erin.human.form is not None and not erin.messages


@pytest.mark.parametrize("to", [0, 1])
def test_a_command_opens_one_form(replicas: Replicas, erin: Colleague, to: int) -> None:
    command = replicas.command(erin.human, "Acme, jane@acme.example")

    first, second = replicas.sends(command), replicas.sends(command, to)

    assert first == second == (200, b"")
    assert form_is_kept(replicas, erin)


def test_three_at_once_on_two_replicas_are_one(replicas: Replicas, erin: Colleague) -> None:
    command = replicas.command(erin.human, "Acme, jane@acme.example")

    with ThreadPoolExecutor(3) as copies:
        answers = list(copies.map(lambda to: replicas.sends(command, to), (0, 1, 1)))

    assert {status for status, _ in answers} == {200}
    assert form_is_kept(replicas, erin)


@pytest.mark.parametrize("to", [0, 1])
@pytest.mark.parametrize("asked", ["mine", "digest"])
def test_what_was_answered_once_is_told_to_nobody_else(
    replicas: Replicas, erin: Colleague, asked: str, to: int
) -> None:
    erin.logs("Acme", "jane@acme.example")
    command = replicas.command(erin.human, asked)

    first, second = replicas.sends(command), replicas.sends(command, to)

    assert len(first[1]) > 100
    assert second == (200, b"")


@pytest.mark.parametrize("to", [0, 1])
def test_a_search_is_answered_once(replicas: Replicas, erin: Colleague, to: int) -> None:
    erin.logs("Acme", "jane@acme.example")
    erin.types("/lead find acme")
    erin.submits()

    assert replicas.sends(replicas.copy(), to) == (200, b"")


@pytest.mark.parametrize("to", [0, 1])
def test_a_click_that_was_taken_back_stays_taken_back(replicas: Replicas, erin: Colleague, to: int) -> None:
    ravi = replicas.company.ravi
    erin.logs("Acme")
    ravi.clicks("I'll take it", on="leads")
    click = replicas.copy()
    ravi.clicks("Undo")

    status, _ = replicas.sends(click, to)

    assert (status, replicas.owner()) == (200, None)


@pytest.mark.parametrize("to", [0, 1])
def test_what_was_refused_stays_refused(replicas: Replicas, erin: Colleague, to: int) -> None:
    """A minute later it might be allowed; but nobody has clicked then."""
    rita, press = replicas.company.rita, {"type": "button", "action_id": "move:take", "block_id": "b", "value": "1"}
    erin.logs("Acme")
    rita.clicks("I'll take it", on="leads")
    replicas.company.ravi.human.forge({"actions": [press | {"action_ts": "17.5"}]})
    refused = replicas.copy()
    rita.clicks("Undo")

    status, _ = replicas.sends(refused, to)

    assert (status, replicas.owner()) == (200, None)


HAPPENS: dict[str, Callable[[Colleague], None]] = {
    "words": lambda erin: erin.says("Jane of Acme needs payroll"),
    "profile": lambda erin: erin.travels("Asia/Tokyo"),
}


@pytest.mark.parametrize("to", [0, 1])
@pytest.mark.parametrize("happens", HAPPENS)
def test_an_event_changes_nothing_twice(replicas: Replicas, erin: Colleague, to: int, happens: str) -> None:
    erin.logs("Acme")
    HAPPENS[happens](erin)
    event = replicas.copy(b"{")
    erin.travels("Pacific/Auckland")
    said = erin.messages

    status, _ = replicas.sends(event, to)
    replicas.company.settle()

    assert (status, erin.messages) == (200, said)
    with replicas.company.store.read() as unit:
        assert unit.person(unit.lead(LeadId(1)).referrer).zone == "Pacific/Auckland"


def test_slacks_own_second_try_is_signed_anew_and_is_the_same_event(replicas: Replicas, erin: Colleague) -> None:
    erin.says("Jane of Acme needs payroll")
    said = erin.messages

    replicas.company.sandbox.world.move(replicas.company.now + timedelta(seconds=2))
    replicas.company.sandbox.push.again("events_api")
    replicas.company.settle()

    assert erin.messages == said


def test_a_request_is_forgotten_when_its_signature_is_good_no_more(replicas: Replicas, erin: Colleague) -> None:
    command = replicas.command(erin.human, "help")
    replicas.sends(command)
    signature = command[1]["X-Slack-Signature"]

    replicas.company.later(minutes=11)
    assert _known(replicas, signature)
    assert replicas.sends(command)[0] == 401

    replicas.company.later(minutes=5)
    assert not _known(replicas, signature)


def _known(replicas: Replicas, signature: str) -> bool:
    with replicas.company.store.read() as unit:
        return unit.heard(signature)
