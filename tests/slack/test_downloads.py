"""A file is read from Slack alone, with our token, and no more of it than may come."""

import pytest

from bot.errors import Refused
from bot.front import Undeliverable
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.downloads import Downloads
from sandbox.methods import BOT_TOKEN
from sandbox.records import File
from tests.slack.company import PATIENCE, Company

MOST = 1000


@pytest.fixture
def client(slack: Company) -> Slack:
    return Slack(BOT_TOKEN, slack.sandbox.api_url, PATIENCE)


def given(slack: Company, data: bytes) -> File:
    """By Ada, in a form."""
    return slack.sandbox.world.upload("leads.csv", data, slack.ada.human.id)


def test_no_more_is_read_than_may_come(slack: Company, client: Slack) -> None:
    """Whatever Slack said of its size before."""
    file = given(slack, b"x" * (MOST + 1))
    file.length = 10

    with pytest.raises(Refused) as refused:
        Downloads(client).fetch(file.id, slack.ada.human.id, most=MOST)

    assert refused.value.code == "file_large"
    file.data = b"x" * MOST
    assert Downloads(client).fetch(file.id, slack.ada.human.id, most=MOST) == b"x" * MOST


def test_what_is_too_large_is_not_asked_for(slack: Company, client: Slack) -> None:
    file = given(slack, b"x" * 10)
    file.length = MOST + 1

    with pytest.raises(Refused) as refused:
        Downloads(client).fetch(file.id, slack.ada.human.id, most=MOST)

    assert refused.value.code == "file_large"


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/files/F1", "https://slack.com.example/F1", "", "None"])
def test_our_token_goes_to_nobody_but_slack(client: Slack, url: str) -> None:
    with pytest.raises(Undeliverable, match="no_file"):
        client.download(url, most=MOST, within=1)


def test_a_page_to_sign_in_at_is_no_list(slack: Company, client: Slack) -> None:
    """Slack shows one, with status 200, where a token may not read: https://github.com/slackapi/bolt-js/issues/2585"""
    file = given(slack, b"name\nAcme\n")
    address = file.as_json(slack.sandbox.url)["url_private_download"]
    file.given = False

    with pytest.raises(Undeliverable, match="no_file"):
        client.download(address, most=MOST, within=1)
