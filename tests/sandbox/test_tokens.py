"""Token rotation as Slack has it: twelve hours, one use of a refresh token, two tokens at a time."""

from base64 import b64encode
from datetime import timedelta
from http.client import HTTPConnection
from json import loads
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from sandbox import methods
from sandbox.server import Sandbox
from sandbox.tokens import BOT_TOKEN, CLIENT_ID, CLIENT_SECRET, GRACE
from sandbox.world import World

Json = dict[str, Any]
APP = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "grant_type": "refresh_token"}


def called(world: World, method: str, token: str = "", **args: str) -> Json:
    return methods.call(world, method, token, args, "http://127.0.0.1").body


def refreshed(world: World, token: str) -> Json:
    return called(world, "oauth.v2.access", **APP, refresh_token=token)


def test_a_refresh_token_gives_a_token_for_twelve_hours_and_the_next_refresh_token(sandbox: Sandbox) -> None:
    world = sandbox.world
    _, refresh = world.tokens.rotate(world.now())

    given = refreshed(world, refresh)
    works = called(world, "auth.test", given["access_token"])
    world.move(world.now() + timedelta(hours=12))

    assert (given["ok"], given["expires_in"], works["ok"]) == (True, 43_200, True)
    assert called(world, "auth.test", given["access_token"])["error"] == "token_expired"
    assert refreshed(world, given["refresh_token"])["ok"]


def test_a_refresh_token_is_for_one_use_after_a_short_grace_period(sandbox: Sandbox) -> None:
    world = sandbox.world
    _, refresh = world.tokens.rotate(world.now())
    refreshed(world, refresh)

    at_once = refreshed(world, refresh)
    world.move(world.now() + GRACE + timedelta(seconds=1))

    assert at_once["ok"]
    assert refreshed(world, refresh)["error"] == "invalid_refresh_token"


def test_no_more_than_two_tokens_are_good_at_a_time(sandbox: Sandbox) -> None:
    world = sandbox.world
    first, refresh = world.tokens.rotate(world.now())
    second = refreshed(world, refresh)

    assert called(world, "auth.test", BOT_TOKEN)["error"] == "token_revoked"
    assert called(world, "auth.test", first)["ok"]
    refreshed(world, second["refresh_token"])
    assert called(world, "auth.test", first)["error"] == "token_revoked"
    assert called(world, "auth.test", second["access_token"])["ok"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"client_id": "3.4"}, "invalid_client_id"),
        ({"client_secret": "guessed"}, "bad_client_secret"),
        ({"grant_type": "password"}, "invalid_grant_type"),
        ({"grant_type": ""}, "invalid_code"),
        ({"refresh_token": "xoxe-1-guessed"}, "invalid_refresh_token"),
    ],
)
def test_nobody_else_is_given_a_token(sandbox: Sandbox, wrong: dict[str, str], error: str) -> None:
    _, refresh = sandbox.world.tokens.rotate(sandbox.world.now())

    assert called(sandbox.world, "oauth.v2.access", **APP | {"refresh_token": refresh} | wrong)["error"] == error


def test_the_app_names_itself_by_basic_authentication(sandbox: Sandbox) -> None:
    _, refresh = sandbox.world.tokens.rotate(sandbox.world.now())
    ours = b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
    place = urlsplit(sandbox.api_url)
    link = HTTPConnection(place.hostname or "", place.port)

    body = urlencode({"grant_type": "refresh_token", "refresh_token": refresh})
    form = {"Authorization": f"Basic {ours}", "Content-Type": "application/x-www-form-urlencoded"}
    link.request("POST", "/api/oauth.v2.access", body, form)
    answer = loads(link.getresponse().read())
    link.close()

    assert answer["ok"]
