"""Who does not belong here gets no further, whatever they use and whichever way it comes."""

from collections.abc import Callable

import pytest

from sandbox import payloads
from sandbox.records import APP, BOT, BOT_USER, SLACKBOT, TEAM, Json, User
from sandbox.server import Sandbox
from tests.edge.bots import FORM, Bot

ELSEWHERE = "T0ELSEWHERE"
PRESS = {"type": "button", "action_id": "press", "block_id": "b", "value": "1", "action_ts": "17.5"}


class Payloads:
    """What Slack would send for each thing that somebody can do; a test then says who they are."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.world = sandbox.world
        self.push = sandbox.push
        self.url = sandbox.url

    def command(self, who: User) -> Json:
        return payloads.command(self.world, who, self.world.channel("leads"), "/lead", "mine", self.url)

    def click(self, who: User) -> Json:
        return payloads.interaction(self.world, "block_actions", who, actions=[PRESS], container={"type": "message"})

    def submit(self, who: User) -> Json:
        view = FORM | {"id": "V1", "state": {"values": {}}, "private_metadata": ""}
        return payloads.interaction(self.world, "view_submission", who, view=view)

    def shortcut(self, who: User) -> Json:
        return payloads.interaction(self.world, "shortcut", who, callback_id="log_lead", action_ts="17.5")

    def home(self, who: User) -> Json:
        return payloads.event(self.world, {"type": "app_home_opened", "user": who.id, "tab": "home", "channel": "D1"})

    def message(self, who: User) -> Json:
        said = {"type": "message", "channel_type": "im", "channel": "D1", "user": who.id, "text": "Acme", "ts": "17.5"}
        return payloads.event(self.world, said)

    def mention(self, who: User) -> Json:
        said = {"type": "app_mention", "channel": "C0LEADS001", "user": who.id, "text": "Acme", "ts": "17.5"}
        return payloads.event(self.world, said)

    def asked(self) -> int:
        """How often Slack was asked who somebody is."""
        return sum(call.method == "users.info" for call in self.world.calls)

    def sends(self, payload: Json) -> bool:
        """Whether it was acknowledged."""
        if "command" in payload:
            return not self.push.command(payload).trouble
        by = self.push.envelope if payload["type"] == "event_callback" else self.push.interaction
        return not by(payload).trouble


WAYS: dict[str, Callable[[Payloads, User], Json]] = {
    "command": Payloads.command,
    "click": Payloads.click,
    "submit": Payloads.submit,
    "shortcut": Payloads.shortcut,
    "home": Payloads.home,
    "message": Payloads.message,
    "mention": Payloads.mention,
}


@pytest.fixture
def slack(sandbox: Sandbox) -> Payloads:
    return Payloads(sandbox)


@pytest.fixture
def knowing(either_bot: Bot) -> Bot:
    """Slack has told it which workspace and which app it is, as it is asked at each start."""
    either_bot.around.slack.installation()
    return either_bot


def of(team: str, payload: Json) -> Json:
    """The same by somebody of this workspace, through a channel that is shared with it."""
    if "command" in payload:
        return payload | {"team_id": team}
    if payload["type"] == "event_callback":
        return payload | {"event": payload["event"] | {"user_team": team, "source_team": team}}
    return payload | {"user": payload["user"] | {"team_id": team}}


def for_workspace(team: str, payload: Json) -> Json:
    """All of it from another workspace, where the app would be installed, too."""
    if "command" in payload or payload["type"] == "event_callback":
        return of(team, payload) | {"team_id": team}
    return of(team, payload) | {"team": {"id": team, "domain": "elsewhere"}}


def test_a_full_member_is_heard(knowing: Bot, slack: Payloads) -> None:
    """So that an empty list below means what it says."""
    erin = slack.world.user("erin")

    assert [way for way, made in WAYS.items() if not slack.sends(made(slack, erin))] == []
    assert len(knowing.heard.contexts) == len(WAYS)


NOT_OURS: dict[str, Callable[[User], object]] = {
    "a guest": lambda user: setattr(user, "is_restricted", True),
    "somebody who left": lambda user: setattr(user, "deleted", True),
    "an app's user": lambda user: setattr(user, "is_bot", True),
}


@pytest.mark.parametrize("whoever", NOT_OURS)
def test_nobody_else_of_the_workspace_is(knowing: Bot, slack: Payloads, whoever: str) -> None:
    erin = slack.world.user("erin")
    NOT_OURS[whoever](erin)

    assert [way for way, made in WAYS.items() if not slack.sends(made(slack, erin))] == []
    assert knowing.heard.contexts == []


def test_who_has_left_is_not_heard_although_we_knew_them(knowing: Bot, slack: Payloads) -> None:
    erin = slack.world.user("erin")
    slack.sends(slack.command(erin))
    erin.deleted = True
    for told in slack.world.tell({"type": "user_change", "user": erin.as_json(slack.world.now(), with_email=False)}):
        told.result(5)

    for made in WAYS.values():
        slack.sends(made(slack, erin))

    assert len(knowing.heard.contexts) == 1


def test_a_stranger_in_a_shared_channel_is_not(knowing: Bot, slack: Payloads) -> None:
    erin = slack.world.user("erin")

    assert [way for way, made in WAYS.items() if not slack.sends(of(ELSEWHERE, made(slack, erin)))] == []
    assert knowing.heard.contexts == []
    assert slack.asked() == 0, "Slack need not tell us who that is"


def test_nobody_of_another_workspace_is(knowing: Bot, slack: Payloads) -> None:
    for made in WAYS.values():
        slack.sends(for_workspace(ELSEWHERE, made(slack, slack.world.user("erin"))))

    assert knowing.heard.contexts == []
    assert slack.asked() == 0


def test_whom_we_met_says_which_workspace_is_ours_while_slack_is_away(either_bot: Bot, slack: Payloads) -> None:
    erin = slack.world.user("erin")
    slack.sends(slack.command(erin))

    for made in WAYS.values():
        slack.sends(for_workspace(ELSEWHERE, made(slack, erin)))

    assert not either_bot.around.slack.team
    assert len(either_bot.heard.contexts) == 1


def test_what_is_for_another_app_is_not_ours(knowing: Bot, slack: Payloads) -> None:
    assert knowing.around.slack.app == APP

    for made in WAYS.values():
        slack.sends(made(slack, slack.world.user("erin")) | {"api_app_id": "A0ANOTHER1"})

    assert knowing.heard.contexts == []


ROBOTS: dict[str, Json] = {
    "we ourselves": {"user": BOT_USER, "bot_id": BOT, "app_id": APP},
    "another app": {"user": "U0ROBOT000", "bot_id": "B0ROBOT000", "app_id": "A0ROBOT000"},
    "a workflow": {"user": "U0ERIN0000", "bot_id": "B0WORKFLOW", "subtype": "bot_message", "username": "Onboarding"},
    "an app that shows another name": {"user": "U0ERIN0000", "bot_profile": {"id": "B0ROBOT000", "team_id": TEAM}},
    "a webhook": {"user": None, "subtype": "bot_message", "bot_id": "B0HOOK0000"},
    "Slackbot": {"user": SLACKBOT},
}


@pytest.mark.parametrize("robot", ROBOTS)
def test_what_an_app_does_is_acknowledged_and_no_more(knowing: Bot, slack: Payloads, robot: str) -> None:
    for way in ("home", "message", "mention"):
        payload = WAYS[way](slack, slack.world.user("erin"))
        assert slack.sends(payload | {"event": payload["event"] | ROBOTS[robot]})

    assert knowing.heard.contexts == []


SAID_BY_SLACK = ("message_changed", "message_deleted", "channel_join", "channel_topic", "bot_add", "reminder_add")


def test_what_slack_says_of_a_message_is_nobodys_words(knowing: Bot, slack: Payloads) -> None:
    payload = slack.message(slack.world.user("erin"))

    for subtype in SAID_BY_SLACK:
        assert slack.sends(payload | {"event": payload["event"] | {"subtype": subtype}})

    assert knowing.heard.contexts == []


def test_an_event_that_nobody_listens_to_is_acknowledged(knowing: Bot, slack: Payloads) -> None:
    """Slack would send it three times more, and after too many stop sending any."""
    for event in ("reaction_added", "team_join", "channel_archive", "something_new"):
        assert slack.sends(payloads.event(slack.world, {"type": event, "user": "U0ERIN0000"}))

    assert knowing.heard.contexts == []
