"""Each listener is told who acts, from where and when; strangers, guests and apps get no further."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from slack_bolt import BoltContext

from bot.people import Identity
from sandbox.records import TEAM, Json
from sandbox.server import Sandbox
from tests.edge.bots import Bot, posts_a_button


def looked_up(sandbox: Sandbox) -> int:
    return sum(call.method == "users.info" for call in sandbox.world.calls)


def person(bot: Bot, number: int) -> str:
    with bot.around.store.read() as reading:
        return reading.person(bot.heard.contexts[number][0]).name


def test_who_acts_is_looked_up_once(either_bot: Bot, sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")

    erin.types("/lead")
    erin.types("/lead")

    assert [person(either_bot, 0), person(either_bot, 1)] == ["Erin Ortega", "Erin Ortega"]
    assert looked_up(sandbox) == 1


def test_after_a_day_slack_is_asked_again(bot: Bot, sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")
    erin.types("/lead")
    erin.user.real_name = "Erin Orlando"

    sandbox.moves_to(sandbox.world.now() + timedelta(days=1))
    erin.types("/lead")

    assert person(bot, 1) == "Erin Orlando"


def test_somebody_whom_slack_cannot_tell_is_heard_and_the_next_one_need_not_wait(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.world.faults.add("users.info", "internal_error")

    sandbox.human("erin").types("/lead")
    sandbox.human("ravi").types("/lead")

    assert looked_up(sandbox) == 0
    with bot.around.store.read() as reading:
        assert [reading.person(who).known for who, _, _ in bot.heard.contexts] == [False, False]


def test_a_guest_is_told_why_not(either_bot: Bot, sandbox: Sandbox) -> None:
    gus = sandbox.human("gus")

    gus.types("/lead", "general")

    assert gus.answers == ["guest"]
    assert either_bot.heard.contexts == []


def test_somebody_of_another_company_in_a_shared_channel_gets_no_further(bot: Bot, sandbox: Sandbox) -> None:
    posts_a_button(bot)
    bot.around.slack.installation()
    stranger = {"id": "U0STRANGER", "team_id": "T0OTHER"}

    for team in (TEAM, "T0OTHER"):
        sandbox.human("erin").forge(click(stranger, team))

    assert bot.heard.contexts == []


def test_what_another_app_does_is_acknowledged_and_no_more(bot: Bot, sandbox: Sandbox) -> None:
    happened = {"type": "app_home_opened", "user": "U0ROBOT", "bot_id": "B1", "tab": "home", "channel": "D1"}

    for delivery in sandbox.world.tell(happened):
        delivery.result(5)

    assert bot.heard.contexts == []


def test_the_same_click_has_the_same_origin_and_another_click_another(bot: Bot, sandbox: Sandbox) -> None:
    posts_a_button(bot)
    erin, ravi = sandbox.human("erin"), sandbox.human("ravi")

    erin.clicks("Press")
    erin.clicks("Press")
    ravi.clicks("Press")
    again = click({"id": erin.id, "team_id": TEAM}, TEAM)
    erin.forge(again)
    erin.forge(again | {"trigger_id": "1.3"})

    origins = [origin for _, origin, _ in bot.heard.contexts]
    assert len(set(origins[:3])) == 3
    assert origins[3] == origins[4]


def test_now_is_the_time_of_the_clock(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.world.move(sandbox.world.now() + timedelta(days=3))

    sandbox.human("erin").types("/lead")

    assert abs(bot.heard.contexts[0][2] - sandbox.world.now()) < timedelta(seconds=5)


def test_a_changed_profile_is_known_at_once(bot: Bot, sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")
    erin.types("/lead")
    erin.user.tz = "Asia/Tokyo"

    for delivery in sandbox.world.tell(
        {"type": "user_change", "user": erin.user.as_json(sandbox.world.now(), with_email=False)}
    ):
        delivery.result(5)

    with bot.around.store.read() as reading:
        assert reading.person(bot.heard.contexts[0][0]).zone == "Asia/Tokyo"


def test_a_changed_profile_of_somebody_unknown_is_not_kept(bot: Bot, sandbox: Sandbox) -> None:
    wanda = sandbox.human("wanda").user

    for delivery in sandbox.world.tell(
        {"type": "user_change", "user": wanda.as_json(sandbox.world.now(), with_email=False)}
    ):
        delivery.result(5)

    with bot.around.store.read() as reading:
        assert reading.find_person(Identity("slack", TEAM, wanda.id)) is None


@pytest.mark.parametrize(
    "spoilt",
    [
        {"name": 7},
        {"real_name": ["Erin"]},
        {"profile": {"display_name": {}}},
        {"profile": {"real_name": True}},
        {"profile": []},
        {"tz": 0},
        {"id": None},
    ],
    ids=str,
)
def test_a_changed_profile_that_slack_never_sends_is_refused(bot: Bot, spoilt: Json) -> None:
    assert bot.hearing.dispatch(changed({"id": "U1", "team_id": TEAM, "name": "erin"} | spoilt), "").status == 400


def test_a_changed_profile_without_its_workspace_is_nobodys_whom_we_know(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    assert bot.hearing.dispatch(changed({"id": "U1", "name": "erin"}), "").status == 200
    assert caplog.text == ""
    with bot.around.store.read() as reading:
        assert reading.find_person(Identity("slack", "", "U1")) is None


def test_an_event_of_no_moment_and_without_a_name_is_refused(bot: Bot) -> None:
    assert bot.hearing.dispatch(changed({"id": "U1", "name": "erin"}, event_id=None), "").status == 400


def changed(user: Json, **more: str | None) -> Json:
    return {"type": "event_callback", "event_id": "Ev1", "event": {"type": "user_change", "user": user}} | more


def click(user: Json, team: str) -> Json:
    return {
        "type": "block_actions",
        "user": user,
        "team": {"id": team},
        "trigger_id": "1.2",
        "container": {"type": "message"},
        "actions": [{"action_id": "press", "block_id": "buttons", "type": "button", "value": "1", "action_ts": "17.5"}],
    }


def test_the_feature_of_these_tests_really_hears(bot: Bot, sandbox: Sandbox) -> None:
    """So that an empty list above means what it says."""
    erin = sandbox.human("erin")

    erin.forge(click({"id": erin.id, "team_id": TEAM}, TEAM))

    assert person(bot, 0) == "Erin Ortega"


def test_listeners_have_the_token_that_holds_now(bot: Bot, sandbox: Sandbox) -> None:
    tokens: list[str | None] = []

    @bot.hearing.bolt.middleware
    def look(context: BoltContext, next: Callable[[], None]) -> None:  # noqa: A002 - Bolt's own name
        tokens.append(context.bot_token)
        next()

    bot.around.slack.token = sandbox.world.tokens.issue()
    sandbox.human("erin").types("/lead")

    assert tokens == [bot.around.slack.token]


@pytest.mark.parametrize("spoilt", [{"view": "V1"}, {"team": {"id": TEAM}}])
def test_a_message_without_what_is_read_of_it_is_refused(
    bot: Bot, sandbox: Sandbox, spoilt: Json, caplog: pytest.LogCaptureFixture
) -> None:
    erin = sandbox.human("erin")
    used = {
        "type": "message_action",
        "user": {"id": erin.id, "team_id": TEAM},
        "team": {"id": TEAM, "domain": "inc"},
        "callback_id": "log_message",
        **dict.fromkeys(("trigger_id", "action_ts"), "1.2"),
        "message": {"ts": "17.5", "text": "Acme sighed"},
        "channel": {"id": "C0GENERAL1"},
    }

    assert bot.hearing.dispatch(used | spoilt, "").status == 400
    assert "ERROR" not in caplog.text


@pytest.mark.parametrize("kind", ["hello", "dialog_suggestion"])
def test_what_is_of_nobody_and_says_that_nothing_happened_is_acknowledged(
    bot: Bot, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert bot.hearing.dispatch({"type": kind, "team": {"id": TEAM}, "event": None, "user": None}, "").status == 200
    assert caplog.text == ""
