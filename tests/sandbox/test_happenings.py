"""The app hears of people and channels what its manifest subscribes to."""

from dataclasses import replace

from sandbox import happenings
from sandbox.records import User
from sandbox.server import Sandbox
from tests.sandbox.app import App


def subscribe(sandbox: Sandbox, *events: str) -> None:
    manifest = sandbox.world.manifest
    sandbox.world.manifest = replace(manifest, events=manifest.events | set(events))


def test_a_traveller_s_zone_is_told(sandbox: Sandbox, app: App) -> None:
    subscribe(sandbox, "user_change")

    sandbox.human("erin").travels("Asia/Tokyo")

    (event,) = app.events("user_change")
    assert (event["user"]["tz"], event["user"]["tz_offset"]) == ("Asia/Tokyo", 9 * 3600)


def test_a_newcomer_is_told(sandbox: Sandbox, app: App) -> None:
    subscribe(sandbox, "team_join")
    zoe = User("U0ZOE00000", "zoe", "Zoe Zhang", "Asia/Tokyo")

    for told in happenings.arrives(sandbox.world, zoe):
        told.result(5)

    assert app.events("team_join")[0]["user"]["real_name"] == "Zoe Zhang"


def test_the_bot_comes_and_goes_and_a_channel_closes(sandbox: Sandbox, app: App) -> None:
    subscribe(sandbox, "member_joined_channel", "channel_left", "channel_archive")
    ada = sandbox.human("ada")

    ada.invites("leadloop", "general")
    ada.removes("leadloop", "general")
    ada.archives("general")

    kinds = [one["event"]["type"] for one in app.heard]
    assert kinds == ["member_joined_channel", "channel_left", "channel_archive"]


def test_slack_can_say_the_same_thing_twice(sandbox: Sandbox, app: App) -> None:
    sandbox.human("erin").says("Hello")

    sandbox.push.again("events_api")

    assert app.bodies[0] == app.bodies[1]


def test_a_file_is_told_of_as_slack_does_and_so_is_its_end(sandbox: Sandbox, app: App) -> None:
    """Without a team: https://github.com/slackapi/slack-api-specs/issues/62."""
    subscribe(sandbox, "message.channels")
    erin = sandbox.human("erin")

    said = erin.says("Their brief", "leads", files={"Brief of Acme.pdf": b"%PDF"})
    erin.unsays(said)

    shared, gone = app.events("message")
    assert (shared["subtype"], "team" in shared) == ("file_share", False)
    (file,) = shared["files"]
    assert file["permalink"] == f"https://sandbox-inc.slack.com/files/{erin.id}/{file['id']}/brief_of_acme.pdf"
    assert (gone["subtype"], gone["deleted_ts"], "user" in gone) == ("message_deleted", said.ts, False)
    assert gone["previous_message"]["files"] == shared["files"]
