"""What each person sees on the page, as HTML over HTTP; nothing there is HTML that somebody typed."""

from datetime import UTC, datetime
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from slack_sdk import WebClient

from sandbox.records import BOT_USER, File
from sandbox.server import Sandbox
from tests.sandbox.app import Json
from tests.sandbox.little_app import button

NASTY = """<script>alert("x")</script>'"><img src=x onerror=alert(1)>"""


def get(sandbox: Sandbox, path: str, **headers: str) -> tuple[int, str]:
    """The status, and the body or where a redirect leads."""
    connection = HTTPConnection(urlsplit(sandbox.url).netloc, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, answer.headers.get("Location") or body


def seen(sandbox: Sandbox, path: str) -> str:
    status, body = get(sandbox, path)
    assert status == 200
    return body


def test_whoever_comes_chooses_who_to_be(sandbox: Sandbox) -> None:
    first = seen(sandbox, "/")

    assert all(f'href="/as/{name}/leads"' in first for name in ("erin", "wanda", "ravi", "mara", "ada"))
    assert "in Auckland" in first


@pytest.mark.parametrize("kind", ["plain_text", "mrkdwn"])
def test_what_an_app_sends_is_words_and_never_html(sandbox: Sandbox, client: WebClient, kind: str) -> None:
    text = {"type": kind, "text": NASTY}
    image: Json = {"type": "image", "image_url": 'https://a.example/"onerror="x', "alt_text": NASTY}
    press = button(NASTY[:75], "press", value='"><script>')
    blocks: list[Json] = [{"type": "section", "text": text}, image, {"type": "actions", "elements": [press]}]
    client.chat_postMessage(channel=sandbox.world.channel("leads").id, text=NASTY, blocks=blocks)

    shown = seen(sandbox, "/as/erin/leads")

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert '"onerror' not in shown
    assert "&lt;script&gt;" in shown


def test_what_a_person_types_is_words_and_never_html(sandbox: Sandbox) -> None:
    sandbox.human("wanda").says(NASTY, "leads")

    shown = seen(sandbox, "/as/erin/leads")

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_one_message_has_each_readers_own_time(sandbox: Sandbox, client: WebClient) -> None:
    at = int(datetime(2026, 11, 24, 22, 30, tzinfo=UTC).timestamp())
    leads = sandbox.world.channel("leads").id
    client.chat_postMessage(channel=leads, text=f"by <!date^{at}^{{date_num}} {{time}}|then>")

    assert ">2026-11-24 23:30<" in seen(sandbox, "/as/erin/leads")
    assert ">2026-11-25 11:30<" in seen(sandbox, "/as/mara/leads")


def test_an_ephemeral_message_is_seen_by_one_person_alone(sandbox: Sandbox, client: WebClient) -> None:
    leads = sandbox.world.channel("leads").id
    client.chat_postEphemeral(channel=leads, user=sandbox.human("ravi").id, text="Yours now")

    assert "Only visible to you" in seen(sandbox, "/as/ravi/leads")
    assert "Yours now" not in seen(sandbox, "/as/erin/leads")


def test_a_private_channel_is_no_place_for_strangers(sandbox: Sandbox, client: WebClient) -> None:
    client.chat_postMessage(channel=sandbox.world.channel("hiring").id, text="A candidate")

    assert "A candidate" in seen(sandbox, "/as/ruth/hiring")
    assert get(sandbox, "/as/erin/hiring") == (303, "/as/erin/general")
    assert "/hiring" not in seen(sandbox, "/as/erin/leads")


def test_a_place_with_news_has_a_dot_until_it_is_looked_at(sandbox: Sandbox, client: WebClient) -> None:
    client.chat_postMessage(channel=sandbox.world.channel("wins").id, text="Won")

    assert "unread" in seen(sandbox, "/as/erin/leads")
    seen(sandbox, "/as/erin/wins")
    assert "unread" not in seen(sandbox, "/as/erin/leads")
    assert "unread" in seen(sandbox, "/as/ravi/leads")


def test_a_permalink_leads_to_its_message_on_the_page(sandbox: Sandbox, client: WebClient) -> None:
    leads = sandbox.world.channel("leads").id
    ts = client.chat_postMessage(channel=leads, text="Hello")["ts"]
    link = client.chat_getPermalink(channel=leads, message_ts=ts)["permalink"]
    client.chat_postMessage(channel=sandbox.world.channel("wins").id, text=f"<{link}|where it began>")

    message = f"m{ts.replace('.', '-')}"
    assert f'<a href="/as/erin/leads#{message}">where it began</a>' in seen(sandbox, "/as/erin/wins")
    assert f'id="{message}"' in seen(sandbox, "/as/erin/leads")


def test_an_uploaded_picture_is_shown(sandbox: Sandbox, client: WebClient) -> None:
    world = sandbox.world
    world.files["F1"] = File("F1", "wins.png", 3, BOT_USER, 0, data=b"PNG", complete=True)
    image = {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "Wins by month"}
    client.chat_postMessage(channel=world.channel("wins").id, text="The wins", blocks=[image])

    assert '<img src="/pictures/F1" alt="Wins by month">' in seen(sandbox, "/as/erin/wins")
    assert get(sandbox, "/pictures/F1") == (200, "PNG")


def test_a_home_is_shown_as_published(sandbox: Sandbox, client: WebClient) -> None:
    options = [{"text": {"type": "plain_text", "text": text}, "value": text} for text in ("Weekly", "Never")]
    choice = {"type": "static_select", "action_id": "often", "options": options, "initial_option": options[1]}
    view = {"type": "home", "blocks": [{"type": "actions", "block_id": "set", "elements": [choice]}]}
    client.views_publish(user_id=sandbox.human("erin").id, view=view)

    shown = seen(sandbox, "/as/erin/home")

    assert '<option value="Never" selected>Never</option>' in shown
    assert '<option value="Weekly">Weekly</option>' in shown


def test_a_page_that_knows_it_all_already_is_told_nothing(sandbox: Sandbox) -> None:
    shown = seen(sandbox, "/as/erin/leads")
    known = shown.split('name="seen" value="')[1].split('"')[0]

    poll = {"HX-Request": "true"}
    assert get(sandbox, f"/as/erin/leads?seen={known}", **poll) == (204, "")

    sandbox.human("wanda").says("News", "leads")
    assert "News" in get(sandbox, f"/as/erin/leads?seen={known}", **poll)[1]


def test_nobody_is_led_to_the_first_page(sandbox: Sandbox) -> None:
    assert get(sandbox, "/as/nobody/leads") == (303, "/")
