"""A candidate's whole life: nobody outside the hiring team reads a word of it, on any surface, whatever they try."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from bot.ids import Origin
from bot.leads import Kind
from bot.services import set_people, set_reports
from sandbox.records import Value
from sandbox.server import Sandbox
from sandbox.world import Call
from tests.databases import Databases
from tests.serving import Server
from tests.slack.company import Company, company

SECRETS = (
    "Quilliam",
    "Quince",
    "juggles",
    "a school friend",
    "weekends with",
    "weak on",
    "call them gently",
    "no room yet",
)
"""The name, what was told, and what the team wrote of them."""
TEAM = ("erin", "ruth", "rita")
"""Who gave them, and the two who hire."""
OTHERS = ("wanda", "ravi", "mona", "mara", "ada")
"""A colleague whom the referrer had in mind, a rep, a marketer, their manager, an admin."""


@pytest.fixture(scope="module")
def life(sandbox_server: Sandbox, server: Server, all_databases: Databases) -> Iterator["Life"]:
    """It is lived once, and looked at from several sides."""
    sandbox_server.request_url = sandbox_server.readyz = ""
    sandbox_server.fresh()
    with all_databases.fresh("sqlite") as url, company(sandbox_server, server, url) as found:
        found.works_with(rep=["ravi"], recruiter=["ruth", "rita"], marketer=["mona"], manager=["mara"], admin=["ada"])
        people, now = {name: found.person(name) for name in (*TEAM, *OTHERS)}, found.now
        desks = {Kind.SALES: [people["mona"]], Kind.TALENT: [people["rita"], people["ruth"]]}
        set_people(found.store, Origin("desks"), {}, desks, by=people["ada"], now=now)
        set_reports(
            found.store,
            Origin("reports"),
            {people["mara"]: [people["ravi"], people["mona"]]},
            by=people["ada"],
            now=now,
        )
        for name in (*TEAM, *OTHERS):
            getattr(found, name).opens_home()
        lived = Life(found)
        live(lived)
        yield lived


@dataclass
class Life:
    slack: Company
    views: dict[str, str] = field(default_factory=dict)
    """Whose each window was."""
    seen: dict[str, list[str]] = field(default_factory=dict)
    """What each of the others read, when they looked."""

    def moves(self, name: str, button: str, **fields: Value) -> None:
        """By the page of the lead, and then time goes by until others have heard."""
        person = getattr(self.slack, name)
        person.types("/lead 1")
        self.views |= {view.id: name for view in person.human.forms}
        person.clicks(button)
        self.views |= {view.id: name for view in person.human.forms}
        if fields:
            assert person.fills(**fields) == {}
        while person.human.form:
            person.human.closes()
        self.slack.later(minutes=3)

    def others_look(self) -> None:
        """At all that there is to look at, and take what they can."""
        for name in OTHERS:
            person, said = getattr(self.slack, name), self.seen.setdefault(name, [])
            for words in ("/lead 1", "/lead find quin", "/lead board", "/lead mine", "/lead digest", "/lead admin"):
                person.types(words)
                said += [person.told, person.form]
            person.opens_home()
            press = {"type": "button", "action_id": "export", "block_id": "b", "value": "0"}
            person.human.forge({"actions": [press | {"action_ts": self.slack.sandbox.world.ts()}]})
            self.slack.settle()
            said += [person.told, person.home, *person.messages]


def live(life: Life) -> None:
    """Nobody takes them at first; then all that can happen does."""
    slack, moves = life.slack, life.moves
    slack.erin.types("/lead")
    life.views |= {view.id: "erin" for view in slack.erin.human.forms}
    slack.erin.sets(name="Quilliam Quince", reach="quilliam@quince.example, juggles", kind="talent")
    slack.erin.clicks("Add details")
    assert slack.erin.fills(wanted="wanda", how_known="a school friend") == {}
    slack.erin.logs("Zephyr Works", "zenobia@zephyr.example")
    life.others_look()
    slack.later(days=3)  # the desk has had them, and its manager
    moves("ruth", "I'll take it")
    moves("ruth", "Screening", values="weekends with the children", buys="weak on details")
    moves("ruth", "Note for the team", note="call them gently")
    moves("ruth", "Next step", step="call them gently", on="2026-12-03")
    moves("ruth", "Interview", on="2026-12-10")
    moves("ruth", "Pass to…", owner="rita", note="call them gently")
    slack.later(days=11)  # a silence: the owner is asked, then the referrer told, then a manager
    moves("rita", "Keep warm", on="2026-12-18", word="no room yet")
    slack.later(days=9)
    moves("rita", "Wake it")
    moves("rita", "Offer")
    moves("rita", "Not this time", reason="no_opening", note="weak on details")
    moves("rita", "Reopen")
    moves("rita", "Hired", thanks="Thank you!")
    slack.later(days=2)
    life.others_look()


def reader(life: Life, call: Call) -> str:
    """Whom a call of ours speaks to: a person's or a channel's name; empty for what nobody reads."""
    world, args = life.slack.sandbox.world, call.args
    if "trigger_id" in args:
        return world.users[world.tickets.triggers[args["trigger_id"]].user].name
    if "view_id" in args:
        return life.views.get(args["view_id"], "somebody else")
    if "user_id" in args:
        return world.users[args["user_id"]].name
    place = str(args.get("channel") or args.get("channel_id") or "")
    if place.startswith("U"):
        return world.users[place].name
    channel = world.channels.get(place)
    if channel is None:
        return ""
    return channel.name if channel.user is None else world.users[channel.user].name


def test_no_call_of_ours_tells_an_outsider_anything_of_a_candidate(life: Life) -> None:
    calls = life.slack.sandbox.world.calls

    told = [call for call in calls if any(secret in json.dumps(call.args) for secret in SECRETS)]

    assert {reader(life, call) for call in told} == {*TEAM, "hiring"}


def test_nothing_that_outsiders_are_shown_or_answered_tells_of_a_candidate(life: Life) -> None:
    world = life.slack.sandbox.world
    whispers = [
        one.text + json.dumps(one.blocks) for one in world.ephemerals if world.users[one.to or ""].name in OTHERS
    ]

    read = "\n".join((*whispers, *(said for name in OTHERS for said in life.seen[name])))

    assert "There is no such lead." in read
    assert "Zephyr" in read
    assert not [secret for secret in SECRETS if secret in read]


def test_no_file_that_an_outsider_takes_holds_a_candidate(life: Life) -> None:
    files = [file.data or b"" for file in life.slack.sandbox.world.files.values()]

    assert any(b"Zephyr" in data for data in files)
    assert not [secret for secret in SECRETS if any(secret.encode() in data for data in files)]


def test_an_admin_who_is_nothing_else_is_brought_no_lead(life: Life) -> None:
    ada = life.slack.ada
    brought = "\n".join(
        (ada.home, *ada.messages, *(said for said in life.seen["ada"] if "Company or first name" not in said))
    )

    assert "Settings" in ada.home
    assert not [word for word in ("Zephyr", "zenobia", *SECRETS) if word in brought]


def test_a_reply_that_claims_the_thread_of_their_receipt_is_about_nothing(life: Life) -> None:
    """It stands in the direct messages with its referrer; somebody else's reply says that it stands there, too."""
    slack = life.slack
    receipt = next(one for one in slack.erin.human.dms() if "Quilliam" in json.dumps(one.blocks))

    for name in OTHERS:
        said = {"type": "message", "channel_type": "im", "text": "How are they?", "ts": slack.sandbox.world.ts()}
        by = {"user": getattr(slack, name).human.id, "channel": receipt.channel, "thread_ts": receipt.ts}
        told = slack.sandbox.push.event(said | by)
        assert told is not None
        told.result(10)
        slack.settle()

        assert "Log this as a lead" in getattr(slack, name).last
        assert "Send to" not in getattr(slack, name).last
    assert not [one for one in slack.erin.messages if "How are they?" in one]
