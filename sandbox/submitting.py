"""Sending and closing forms: the payloads to the app, and what its answer does to the stack."""

from sandbox import forms, payloads, rules, windows
from sandbox.push import Ack, Push
from sandbox.records import Json, User, View
from sandbox.refusal import RefusalError
from sandbox.world import World

TROUBLE = "We had some trouble connecting. Try again?"  # what Slack's client shows on the form
WHOLE = ""  # the place of a fault that belongs to no field


def submit(world: World, push: Push, user: User, view: View) -> None:
    """Sends the form; afterwards it is gone, replaced, covered, or has `errors`. What was typed stays."""
    view.errors = forms.faults(view)
    if not view.errors:
        ack = push.interaction(
            payloads.interaction(world, "view_submission", user, view=view.as_json(), response_urls=[])
        )
        with world.lock:
            _settle(world, user.id, view, ack)
    world.touch()


def close(world: World, push: Push, user: User) -> None:
    """Closes the form on top, or the whole stack if it says so; tells the app where `notify_on_close` asks for it."""
    top = world.stacks[user.id][-1]
    cleared = bool(top.body.get("clear_on_close"))
    gone = windows.clear(world, user.id) if cleared else [top]
    if not cleared:
        windows.drop(world, user.id, top)
    for view in gone:
        if view.body.get("notify_on_close"):
            push.interaction(payloads.interaction(world, "view_closed", user, view=view.as_json(), is_cleared=cleared))


def _settle(world: World, user: str, view: View, ack: Ack) -> None:
    """https://docs.slack.dev/surfaces/modals: errors, update, push, clear, or nothing, which closes."""
    body = ack.body if isinstance(ack.body, dict) else {}
    if ack.trouble or (isinstance(ack.body, str) and ack.body.strip()):
        view.errors = {WHOLE: TROUBLE}
        return
    try:
        _respond(world, user, view, body)
    except RefusalError as refusal:
        complaints = refusal.more.get("response_metadata", {}).get("messages", [])
        view.errors = {WHOLE: f"{TROUBLE} ({refusal.code} {'; '.join(complaints)})"}


def _respond(world: World, user: str, view: View, body: Json) -> None:
    kind = body.get("response_action")
    if kind == "errors":
        view.errors = _known(view, body.get("errors", {}))
    elif kind in {"update", "push"}:
        _show(world, view, kind, body["view"])
    elif kind == "clear":
        windows.clear(world, user)
    elif view in world.stacks.get(user, []):
        windows.drop(world, user, view)


def _show(world: World, view: View, kind: str, body: Json) -> None:
    rules.view(body, world.files)
    if kind == "update":
        windows.replace(world, view, body)
    else:
        windows.push_modal(world, view.user, body)


def _known(view: View, errors: dict[str, str]) -> dict[str, str]:
    """Errors stand under input blocks; Slack fails the whole answer if a block_id is none."""
    known = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    if not errors or set(errors) - known or not all(errors.values()):
        raise RefusalError("invalid_errors")
    return errors
