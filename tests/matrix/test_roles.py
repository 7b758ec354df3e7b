"""What somebody is counts at their next click: a role taken away, somebody made a guest, or gone."""

from collections.abc import Iterator

import pytest

from bot.ids import Origin
from bot.people import Role
from bot.services import set_people
from sandbox import happenings
from sandbox.server import Sandbox
from tests.databases import Databases
from tests.matrix import product
from tests.matrix.attacks import Attacker
from tests.matrix.entries import OF_ONE_PERSON, typed, users
from tests.matrix.product import NO_SUCH_LEAD, OUTSIDE, SALES, TALENT, Stage
from tests.matrix.stage import ROLES, Matrix, matrix
from tests.matrix.test_moves import sends
from tests.serving import Server
from tests.slack.company import Company, company

BUTTONS = {button.move: button for button in product.buttons()}
NEXT_CLICK = [
    ("rep", "rep", "take", Stage(SALES, "sales_ready"), "That is for the reps and the lead desk."),
    ("recruiter", "recruiter", "take", Stage(TALENT, "new"), NO_SUCH_LEAD),
    ("marketer", "marketer", "ready", Stage(SALES, "qualifying"), "That is for marketers."),
    ("manager", "manager", "lose", Stage(SALES, "meeting", "owned"), "That is for Owner, who has the lead."),
    ("manager", "manager", "lose", Stage(TALENT, "offer", "owned"), NO_SUCH_LEAD),
    ("desk", "desk.talent", "give", Stage(TALENT, "new"), NO_SUCH_LEAD),
]
"""Whose role is taken away, which, what they then try, and what they read."""


@pytest.fixture
def changing(sandbox: Sandbox, server: Server, all_databases: Databases) -> Iterator[Matrix]:
    """A company of its own, since people and time change in it."""
    with all_databases.fresh("sqlite") as url, matrix(sandbox, server, url) as found:
        yield found


@pytest.fixture
def first_day(sandbox: Sandbox, server: Server, all_databases: Databases) -> Iterator[Company]:
    """Nothing is set yet."""
    with all_databases.fresh("sqlite") as url, company(sandbox, server, url) as slack:
        yield slack


def without(found: Matrix, name: str, role: str) -> None:
    """The admin saves the form of people, in which somebody's name is missing."""
    admin = Attacker(found, "admin")
    named = {
        block: users(admin, *(one for one in names if (one, block) != (name, role))) for block, names in ROLES.items()
    }
    first = {"type": "users_select", "selected_user": found.users["deputy" if role == "desk.talent" else "desk"].id}
    admin.submits("form:setup:people", "", typed(**named, **{"desk.sales": first, "desk.talent": first}))


@pytest.mark.parametrize(("name", "role", "move", "stage", "told"), NEXT_CLICK)
def test_a_role_that_is_taken_away_is_gone_at_the_next_click(
    on_sqlite: Matrix, name: str, role: str, move: str, stage: Stage, told: str
) -> None:
    number = on_sqlite.leads[stage]
    assert sends(on_sqlite, name, BUTTONS[move], stage, number).text.endswith("messages go out only then.")
    on_sqlite.put_back()

    without(on_sqlite, name, role)

    assert sends(on_sqlite, name, BUTTONS[move], stage, number).text == told
    on_sqlite.put_back()


def test_an_admin_who_names_another_is_none_at_the_next_click(on_sqlite: Matrix) -> None:
    admin = Attacker(on_sqlite, "admin")
    admin.submits("form:setup:people", "", typed(admin=users(admin, "desk")))

    assert admin.presses("setup:people").text == "Only admins change the settings."
    on_sqlite.put_back()


@pytest.mark.parametrize("event", [True, False], ids=["Slack tells", "Slack is asked a day later"])
@pytest.mark.parametrize("outside", ["guest", "leaver"])
def test_who_is_made_a_guest_or_leaves_does_nothing_more(changing: Matrix, outside: str, event: bool) -> None:  # noqa: FBT001
    owner = changing.users["owner"]
    owner.is_restricted, owner.deleted = outside == "guest", outside == "leaver"
    if event:
        for told in happenings.changes(changing.world, owner):
            told.result(10)
    else:
        changing.company.later(days=1, hours=1)

    stage = Stage(SALES, "accepted", "owned")
    said = [sends(changing, "owner", BUTTONS["win"], stage, changing.leads[stage]).text]
    said += [
        entry.sent(Attacker(changing, "owner"), 1).text for entry in OF_ONE_PERSON if "event" not in entry.listener
    ]

    assert set(said) == {OUTSIDE[outside]}
    assert changing.lead(changing.leads[stage]).status == ("accepted" if outside == "guest" else "sales_ready")


def test_a_guest_is_told_nothing_more_of_a_candidate(first_day: Company) -> None:
    """Whom they worked: what was sent to them says no more, and nothing new comes."""
    first_day.works_with(places=False, recruiter=["ruth", "rita"], manager=["mara"])
    first_day.erin.logs("Quilliam Quince", kind="talent")
    first_day.ruth.clicks("I'll take it", on="dm")
    assert any("Quilliam" in said for said in first_day.ruth.messages)

    ruth = first_day.ruth.human.user
    ruth.is_restricted = True
    for told in happenings.changes(first_day.sandbox.world, ruth):
        told.result(10)
    before = len(first_day.ruth.messages)
    first_day.mara.types("/lead 1")
    first_day.mara.clicks("Pass to…")
    assert first_day.mara.fills(owner="rita") == {}
    first_day.later(days=4)

    assert any("Quilliam" in said for said in first_day.rita.messages)
    assert len(first_day.ruth.messages) == before
    assert not [said for said in first_day.ruth.messages if "Quilliam" in said]


def test_cards_of_candidates_say_nothing_more_to_who_recruits_no_longer(first_day: Company) -> None:
    first_day.works_with(places=False, recruiter=["ruth", "rita"])
    first_day.erin.logs("Quilliam Quince", kind="talent")
    assert any("Quilliam" in said for said in first_day.rita.messages)

    ada, only = first_day.person("ada"), {Role.RECRUITER: [first_day.person("ruth")]}
    set_people(first_day.store, Origin("later"), only, {}, by=ada, now=first_day.now)
    first_day.ruth.clicks("I'll take it", on="dm")
    first_day.later(minutes=3)

    assert not [said for said in first_day.rita.messages if "Quilliam" in said]
