"""A list from Slack goes on where it was cut off, whoever goes on with it, and no row comes twice."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from signal import SIGKILL

import pytest

from bot.front import Files
from bot.incoming import Phase
from bot.receiving import Receiver
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.downloads import Downloads
from sandbox.methods import APP_TOKEN, BOT_TOKEN
from sandbox.server import Sandbox
from sandbox.sight import DM
from storage import ledger
from storage.engine import open_engine
from storage.store import SqlStore
from storage.tables import incoming
from tests.databases import Databases
from tests.processes import listening_to, started, until
from tests.slack.bringing import Brings
from tests.slack.company import PATIENCE, Company, Line
from tests.slack.lists import listed

ROWS = [{"name": f"Firm {n:04}", "given_by": "Erin Ortega", "reference": str(n)} for n in range(1200)]


def phase(lists: Brings) -> str:
    assert isinstance(lists.slack.store, SqlStore)
    with lists.slack.store.engine.connect() as connection:
        return str(connection.execute(incoming.select()).mappings().one()["phase"])


def receiver(slack: Company, *, ahead: timedelta = timedelta(), progress: float = 0.0) -> Receiver:
    """Another one, perhaps of a replica for which the first one's claim is over."""
    client = Slack(BOT_TOKEN, slack.sandbox.api_url, PATIENCE)
    clock = lambda: slack.now + ahead  # noqa: E731 - it is one
    return Receiver(slack.store, Downloads(client), "slack", clock, replace(PATIENCE, progress=progress))


@pytest.fixture
def lists(slack: Company) -> Brings:
    slack.person("erin")
    return Brings(slack)


def cut_off_after(one: Receiver, some: int, lists: Brings) -> None:
    """It is told to stop once so many leads are in."""
    working = threading.Thread(target=one.work)
    working.start()
    assert until(lambda: lists.leads() >= some)
    one.stop()
    working.join()


def test_it_says_how_far_it_is(slack: Company, lists: Brings) -> None:
    lists.brings(*ROWS)
    lists.ada.human.clicks("Bring them in", on=DM)
    slack.drain()
    assert "0 of 1,200 rows\n□□□□□□□□□□" in lists.said

    cut_off_after(receiver(slack), 1, lists)
    slack.drain()

    came = lists.leads()
    assert 0 < came < len(ROWS)
    said = lists.said
    assert "Your list leads.csv is coming in." in said
    assert f"{came:,} of 1,200 rows\n" in said
    full = 10 * came // 1200
    assert "■" * full + "□" * (10 - full) in said
    assert slack.ada.human.dms()[-2].text == f"Your list leads.csv is coming in: {came:,} of 1,200 rows"


def test_what_was_told_to_stop_is_gone_on_with(slack: Company, lists: Brings) -> None:
    lists.brings(*ROWS)
    lists.ada.human.clicks("Bring them in", on=DM)
    cut_off_after(receiver(slack), 1, lists)

    slack.settle()

    assert "The list leads.csv is in.\n1,200 new" in lists.said
    assert lists.leads() == len(ROWS)
    assert [line["lead"] for line in lists.reports[-1]] == [str(number) for number in range(1, 1201)]


def test_two_replicas_that_go_on_with_one_list_bring_each_row_once(slack: Company, lists: Brings) -> None:
    lists.brings(*ROWS)
    lists.ada.human.clicks("Bring them in", on=DM)

    both = [threading.Thread(target=receiver(slack, ahead=timedelta(hours=hours)).work) for hours in (0, 1)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    slack.settle()

    assert "1,200 new" in lists.said
    assert "imported before" not in lists.said
    assert lists.leads() == len(ROWS)
    assert len(lists.reports) == 2


class Late:
    """Gives a file only when it is let."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.asked, self.let = threading.Event(), threading.Event()

    def fetch(self, reference: str, owner: str, *, most: int) -> bytes:
        self.asked.set()
        assert self.let.wait(30)
        return self.files.fetch(reference, owner, most=most)


def test_whoever_comes_late_to_a_list_that_went_on_leaves_it_as_it_is(slack: Company, lists: Brings) -> None:
    slack.sandbox.world.faults.add("files.info", "status", times=1000)
    lists.brings(*ROWS[:9])
    slack.sandbox.world.faults.clear()
    slack.sandbox.world.move(slack.now + timedelta(minutes=1))  # it was put off for a moment
    late = Late(Downloads(Slack(BOT_TOKEN, slack.sandbox.api_url, PATIENCE)))
    working = threading.Thread(target=Receiver(slack.store, late, "slack", lambda: slack.now, PATIENCE).work)
    working.start()
    assert late.asked.wait(10)

    slack.later(minutes=2)
    lists.ada.clicks("Leave it", on=DM)
    late.let.set()
    working.join()
    slack.later(minutes=2)

    assert "was left: nothing of it came in" in lists.said
    assert lists.waiting() == 0


def test_people_click_while_a_list_comes_in(slack: Company, lists: Brings) -> None:
    lists.brings(*ROWS)
    lists.ada.human.clicks("Bring them in", on=DM)
    working = threading.Thread(target=receiver(slack).work)
    working.start()

    slack.wanda.human.types("/lead")
    slack.wanda.human.fills("name", "name", "Globex")
    assert slack.wanda.human.submits() == {}
    working.join()

    slack.settle()
    assert lists.leads() == len(ROWS) + 1


@pytest.fixture(params=["sqlite-http", "postgresql-socket"])
def environ(
    request: pytest.FixtureRequest, sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> Iterator[dict[str, str]]:
    engine, _, way = str(request.param).partition("-")
    with all_databases.fresh(engine) as url:
        offset = tmp_path / "offset"
        offset.write_text("0")
        mine = {"LEADLOOP_PATIENCE": "0.1", "HOME": str(tmp_path), "SECRET_KEY": "a secret"}
        mine |= {"LEADLOOP_CLOCK_OFFSET_FILE": str(offset), "ERASURE_LIST": str(tmp_path / "erased")}
        given = listening_to(sandbox, url) | mine
        if way == "socket":
            sandbox.request_url = ""
            given["SLACK_APP_TOKEN"] = APP_TOKEN
        yield given


@pytest.fixture
def killed(sandbox: Sandbox, environ: dict[str, str]) -> Iterator[Brings]:
    """Sandbox Inc., with a bot that is a process of its own."""
    engine = open_engine(environ["DATABASE_URL"])
    company = Company(sandbox, SqlStore(engine, Line()), lambda: None)
    yield Brings(company)
    engine.dispose()


def goes_by(killed: Brings, environ: dict[str, str], minutes: int) -> None:
    """So that what a bot had claimed before it was killed is free."""
    world = killed.slack.sandbox.world
    world.move(world.now() + timedelta(minutes=minutes))
    Path(environ["LEADLOOP_CLOCK_OFFSET_FILE"]).write_text(str((world.now() - datetime.now(UTC)).total_seconds()))


@pytest.mark.timeout(180)
def test_killed_at_any_moment_nothing_is_lost_or_doubled(killed: Brings, environ: dict[str, str]) -> None:
    ada = killed.ada.human
    with started(environ) as bot:
        assert until(lambda: bool(bot.ready().get("ok"))), bot.words()
        killed.slack.works_with()
        killed.slack.person("erin")
        ada.types("/lead admin")
        ada.clicks("Bring your list…")
        ada.attaches("list", {"leads.csv": listed(*ROWS)})
        assert ada.submits() == {}
        assert until(lambda: killed.waiting() > 0)
        bot.gets(SIGKILL)
        bot.ends()
    goes_by(killed, environ, 2)
    with started(environ) as bot:
        assert until(lambda: phase(killed) == Phase.TRIED, 60), bot.words()
        while ada.form:
            ada.closes()
        assert until(lambda: any("Bring them in" in said for said in killed.ada.messages))
        ada.clicks("Bring them in", on=DM)
        assert until(lambda: killed.leads() >= 50)
        bot.gets(SIGKILL)
        bot.ends()
    cut_off = killed.leads()
    goes_by(killed, environ, 2)
    with started(environ) as bot:
        assert until(lambda: phase(killed) == Phase.DONE, 60), bot.words()
        assert until(lambda: bool(killed.reports and killed.reports[-1][0]["lead"]))
        assert until(lambda: "is in." in killed.said)

    assert 50 <= cut_off < len(ROWS)
    assert killed.leads() == len(ROWS)
    assert "The list leads.csv is in.\n1,200 new" in killed.said
    numbers = [int(line["lead"]) for line in killed.reports[-1]]
    assert numbers == sorted(set(numbers)), "PostgreSQL gives no number again that a transaction had which was cut off"
    assert len(numbers) == len(ROWS)
    (whole, *_) = ledger.prove(environ["DATABASE_URL"], Path(environ["ERASURE_LIST"]))
    assert str(whole).endswith("The ledger is whole: 1200 entries of 1200 leads.")
