"""A running bot writes nothing down of what people wrote and nothing secret, at the most talkative level."""

import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle

import pytest

from sandbox import payloads
from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.records import Json
from sandbox.server import Sandbox
from tests.databases import Databases
from tests.processes import Process, listening_to, started, until

WRITTEN = ("Zebulon", "zebulon@acme.example", "600 123 987", "Quagmire", "quagmire")
"""What people write, and what whoever forges writes."""
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}Z ")
SECRETS = {
    "SECRET_KEY": "a-secret-that-nobody-guesses",
    "SLACK_BOT_TOKEN": BOT_TOKEN,
    "SLACK_SIGNING_SECRET": SIGNING_SECRET,
    "SLACK_APP_TOKEN": APP_TOKEN,
}


@pytest.fixture(params=["sqlite-http", "postgresql-socket"])
def environ(request: pytest.FixtureRequest, sandbox: Sandbox, all_databases: Databases) -> Iterator[dict[str, str]]:
    engine, _, way = request.param.partition("-")
    with all_databases.fresh(engine) as url:
        given = listening_to(sandbox, url) | {"LOG_LEVEL": "DEBUG", "SECRET_KEY": SECRETS["SECRET_KEY"]}
        if way == "socket":
            sandbox.request_url = ""
            given["SLACK_APP_TOKEN"] = APP_TOKEN
        yield given


def test_nothing_of_a_body_and_no_secret_is_logged(sandbox: Sandbox, environ: dict[str, str]) -> None:
    with started(environ) as bot:
        bot.comes_up()
        assert until(lambda: bool(sandbox.request_url or sandbox.push.sockets.open))
        sandbox.push.sent.clear()
        _people_do_all_kinds_of_things(sandbox)
        broken = list(_broken(sandbox))
        with ThreadPoolExecutor(24) as senders:
            list(senders.map(partial(_send, sandbox), broken))
        sandbox.world.faults.add("views.open", "internal_error", times=2)
        sandbox.human("erin").types("/lead Zebulon Ltd, zebulon@acme.example, +34 600 123 987")
        said = _stops(bot)

    assert len(broken) > 100
    assert "Nothing listens to this" in said, "it did write down something"
    assert [word for word in _told(sandbox) if word in said] == []
    assert MOMENT.match(said), "each line has its moment, in UTC"


def _people_do_all_kinds_of_things(sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")
    for words in ("Zebulon Ltd, zebulon@acme.example, +34 600 123 987", "find Zebulon", "mine", "999"):
        erin.types(f"/lead {words}")
        if erin.form:
            erin.submits()
    erin.shortcut("Log a lead")
    erin.says("Zebulon called, zebulon@acme.example")
    erin.says("<@U0LEADLOOP> Zebulon again", "leads")
    erin.opens_home()
    erin.travels("Asia/Tokyo")


def _broken(sandbox: Sandbox) -> Iterator[Json]:
    """Each payload without each of its parts, or with another thing in its place; and inside it, too."""
    instead = cycle((None, "Quagmire", ["quagmire@acme.example"], {"id": "Quagmire", "quagmire": "Quagmire"}, 7))
    kinds = {
        (payload.get("type"), str(payload.get("event", {}).get("type"))): payload for _, payload in sandbox.push.sent
    }
    for payload in kinds.values():
        for name, value in payload.items():
            yield payload | {name: next(instead)}
            if isinstance(value, dict):
                yield from (payload | {name: value | {inner: next(instead)}} for inner in value)


def _send(sandbox: Sandbox, payload: Json) -> None:
    if "event" in payload:
        sandbox.push.envelope(payload)
    elif "command" in payload:
        sandbox.push.command(payload)
    else:
        sandbox.push.interaction(payload)


def _told(sandbox: Sandbox) -> set[str]:
    """What may not be in a log: words, secrets, and whatever opens something."""
    opens = {
        str(payload.get(name) or "") for _, payload in sandbox.push.sent for name in ("response_url", "trigger_id")
    }
    return {*WRITTEN, *SECRETS.values(), payloads.VERIFICATION, *opens} - {"", "7", "None"}


def _stops(bot: Process) -> str:
    bot.gets(signal.SIGTERM)
    _, said = bot.ends()
    return said
