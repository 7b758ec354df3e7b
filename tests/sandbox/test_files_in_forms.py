"""A form may ask for files, as Slack documents it; the app reads those with its token, and nobody does without."""

from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.records import Json
from sandbox.server import Sandbox
from sandbox.tokens import BOT_TOKEN

FORM: Json = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Files"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {
            "type": "input",
            "block_id": "b",
            "label": {"type": "plain_text", "text": "A list"},
            "element": {"type": "file_input", "action_id": "a", "filetypes": ["csv"], "max_files": 1},
        }
    ],
}


@pytest.fixture
def opened(sandbox: Sandbox, client: WebClient) -> Sandbox:
    erin = sandbox.human("erin")
    client.views_open(trigger_id=sandbox.world.tickets.trigger(erin.id), view=FORM)
    return sandbox


def test_what_is_put_into_a_form_stands_in_its_state_with_all_that_slack_tells_of_a_file(opened: Sandbox) -> None:
    erin = opened.human("erin")
    erin.attaches("A list", {"My leads.csv": b"name\nAcme\n"})

    (file,) = erin.top_form().as_json()["state"]["values"]["b"]["a"]["files"]
    assert (file["name"], file["filetype"], file["size"], file["user"]) == ("My leads.csv", "csv", 10, erin.id)
    assert file["url_private_download"].startswith(f"{opened.url}/files/{file['id']}/download/")


def test_the_app_reads_it_by_its_token_and_nobody_does_without(opened: Sandbox, client: WebClient) -> None:
    erin = opened.human("erin")
    erin.attaches("A list", {"My leads.csv": b"name\nAcme\n"})
    (file,) = opened.world.files.values()

    told = client.files_info(file=file.id)["file"]
    assert fetched(opened, told["url_private_download"], BOT_TOKEN) == b"name\nAcme\n"
    for token in ("", "xoxb-another"):
        assert b"Sign in" in fetched(opened, told["url_private_download"], token)
    scopes = opened.world.manifest.scopes - {"files:read"}
    opened.world.manifest = replace(opened.world.manifest, scopes=scopes)
    assert b"Sign in" in fetched(opened, told["url_private_download"], BOT_TOKEN)


def test_what_stands_where_the_app_is_not_does_not_exist_for_it(sandbox: Sandbox, client: WebClient) -> None:
    file = sandbox.world.upload("pay.csv", b"x", sandbox.human("ravi").id, sandbox.world.channel("general").id)
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_info(file=file.id)


def test_without_the_scope_no_form_asks_for_files(sandbox: Sandbox, client: WebClient) -> None:
    scopes = sandbox.world.manifest.scopes - {"files:read"}
    sandbox.world.manifest = replace(sandbox.world.manifest, scopes=scopes)

    with pytest.raises(SlackApiError, match="missing_scope"):
        client.views_open(trigger_id=sandbox.world.tickets.trigger(sandbox.human("erin").id), view=FORM)


def test_slacks_client_takes_what_the_form_asks_for(opened: Sandbox) -> None:
    erin = opened.human("erin")
    assert erin.submits() == {"A list": "Please complete this required field."}
    erin.attaches("A list", {"leads.pdf": b"x"})
    assert erin.submits() == {"A list": "Please upload files of these types: csv."}
    erin.attaches("A list", {"a.csv": b"x", "b.csv": b"x"})
    assert erin.submits() == {"A list": "Please upload at most 1 files."}


def fetched(sandbox: Sandbox, url: str, token: str) -> bytes:
    with closing(HTTPConnection(sandbox.url.removeprefix("http://"))) as link:
        link.request(
            "GET", url.removeprefix(sandbox.url), headers={"Authorization": f"Bearer {token}"} if token else {}
        )
        return link.getresponse().read()
