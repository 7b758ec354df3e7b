"""A little app at the other end of the sandbox: a form by command, an error under its field, a card with a button."""

from slack_sdk import WebClient

from tests.sandbox.app import App, Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(text: str, action: str, **more: object) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action, "value": "1", **more}


ASKED = {"title": "Close this lead?", "text": "Erin hears of it.", "confirm": "Close it", "deny": "Keep it"}
SURE = {part: plain(words) for part, words in ASKED.items()}


def form(*more: Json) -> Json:
    name = {"type": "plain_text_input", "action_id": "name"}
    know = {"type": "plain_text_input", "action_id": "know", "multiline": True}
    known = {"type": "input", "block_id": "know", "label": plain("What you know"), "optional": True, "element": know}
    blocks = [
        {"type": "input", "block_id": "name", "label": plain("Company or person"), "element": name},
        known,
        {"type": "actions", "block_id": "more", "elements": [button("Add details", "add")]},
        *more,
    ]
    return {
        "type": "modal",
        "title": plain("A new lead"),
        "submit": plain("Send"),
        "close": plain("Cancel"),
        "blocks": blocks,
    }


DETAILS = {
    "type": "input",
    "block_id": "by",
    "label": plain("Come back on"),
    "optional": True,
    "element": {"type": "datepicker", "action_id": "by"},
}


class LittleApp:
    """It knows one form and one card; what it heard is in `heard`."""

    def __init__(self, app: App, slack: WebClient, leads: str) -> None:
        self.slack = slack
        self.leads = leads
        self.heard = app.heard
        app.answers |= {"command": self.opened, "view_submission": self.received, "block_actions": self.pressed}

    def opened(self, command: Json) -> None:
        self.slack.views_open(trigger_id=command["trigger_id"], view=form())

    def received(self, submission: Json) -> Json | None:
        values = submission["view"]["state"]["values"]
        if not values["know"]["know"]["value"]:
            return {"response_action": "errors", "errors": {"know": "Say one thing that you know."}}
        self.post(values["name"]["name"]["value"])
        return None

    def post(self, name: str) -> None:
        buttons = [button("I'll take it", "take", style="primary"), button("Close", "close", confirm=SURE)]
        blocks: list[Json] = [
            {"type": "section", "text": {"type": "mrkdwn", "text": f"*{name}*"}},
            {"type": "actions", "block_id": "moves", "elements": buttons},
        ]
        self.slack.chat_postMessage(channel=self.leads, text=name, blocks=blocks)

    def pressed(self, payload: Json) -> None:
        if payload["actions"][0]["action_id"] == "add":
            self.slack.views_update(view_id=payload["view"]["id"], view=form(DETAILS))
        else:
            words = f"{payload['user']['name']}: {payload['actions'][0]['action_id']}"
            self.slack.chat_update(channel=self.leads, ts=payload["container"]["message_ts"], text=words, blocks=[])
