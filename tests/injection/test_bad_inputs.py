"""Each bad input of the table, typed over signed HTTP, and all that the bot then says of it."""

import csv
import io
import logging
import re

import pytest

from bot.capture import unnumbered
from handlers.slack.kit.blocks import HEADER, cut
from sandbox.push import Ack
from tests.injection.outputs import OURS, faults
from tests.injection.table import REFUSED, Bad, bad_inputs
from tests.slack.company import Company

TABLE = bad_inputs()
REFUSAL = re.compile(r"Refused to person \d+: [a-z_]+\.")
"""All that the log says of it: a code, and nothing that was typed."""
RUNS = re.compile(r"\s*[=+\-@＝＋－＠]")  # noqa: RUF001 - the wide signs run, too


def test_the_table_is_long_and_says_each_thing_once() -> None:
    assert len(TABLE) >= 120
    assert len({bad.what for bad in TABLE}) == len({bad.typed for bad in TABLE}) == len(TABLE)


def test_each_gives_what_the_table_says_and_means_nothing_to_anybody(
    slack: Company, engine: str, caplog: pytest.LogCaptureFixture
) -> None:
    for ours in OURS:
        caplog.set_level(logging.DEBUG, ours)
    tried = [bad for bad in TABLE if engine == "sqlite" or _is_odd(bad.typed)]

    given = [_typed(slack, bad) for bad in tried]
    slack.settle()
    slack.mara.opens_home()
    slack.mara.clicks("Export as CSV", on="home")

    assert given == tried
    assert [card.partition("\n")[0] for card in slack.cards("")] == [_heading(bad) for bad in tried if _is_kept(bad)]
    assert faults(slack.sandbox.world) == []
    assert [cell for cell in _cells(slack) if RUNS.match(cell)] == []
    assert [line for line in caplog.messages if not REFUSAL.fullmatch(line)] == []


def _is_odd(text: str) -> bool:
    """Only of such texts may a database think otherwise than the other."""
    return not (text.isascii() and text.isprintable())


def _typed(slack: Company, bad: Bad) -> Bad:
    """As the name of a lead and as what they need, or as that of another lead where it is no name."""
    errors = _sends(slack, name=bad.typed, need=bad.typed)
    if "name" in errors:
        name, errors = REFUSED + errors["name"], _sends(slack, name="Acme", need=bad.typed)
    else:
        name = _kept(slack, "name")
    return Bad(bad.what, bad.typed, name, REFUSED + errors["need"] if errors else _kept(slack, "need"))


def _sends(slack: Company, **typed: str) -> dict[str, str]:
    """A lead by the form, past what Slack's own client checks. Nothing is said yet: that comes for all at once.

    What reads like one that she gave before is another: it is sent again.
    """
    human = slack.erin.human
    human.types("/lead")
    human.clicks("Add details")
    for name, value in typed.items():
        human.sets(name, value)
    sent = {"type": "view_submission", "view": human.top_form().as_json(), "response_urls": []}
    errors = _errors(human.forge(sent))
    errors = _errors(human.forge(sent)) if errors.get("name", "").startswith("You gave this already") else errors
    human.closes()
    return errors


def _errors(ack: Ack) -> dict[str, str]:
    return dict(ack.body.get("errors", {})) if isinstance(ack.body, dict) else {}


def _kept(slack: Company, field: str) -> str:
    with slack.store.read() as unit:
        leads = unit.given_by(slack.person("erin"), limit=1).items
    return str(getattr(leads[0], field))


def _is_kept(bad: Bad) -> bool:
    return not bad.text.startswith(REFUSED)


def _heading(bad: Bad) -> str:
    return "Acme" if bad.name.startswith(REFUSED) else cut(unnumbered(bad.name), HEADER)


def _cells(slack: Company) -> list[str]:
    """Of the file, as a spreadsheet reads it here, and as one does where a semicolon parts the cells."""
    (file,) = slack.mara.human.dms()[-1].files
    text = (file.data or b"").decode("utf-8-sig")
    return [cell for sign in ",;" for row in csv.reader(io.StringIO(text), delimiter=sign) for cell in row]
