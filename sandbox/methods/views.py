"""The methods views.*: open, push, update and publish."""

from typing import Any

from sandbox import rules, windows
from sandbox.methods.request import Request
from sandbox.records import Json
from sandbox.refusal import RefusalError


def open_(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/views.open: begins a new stack for the person behind the trigger."""
    body = _modal(request)
    user = request.world.tickets.exchange(_trigger(request))
    return {"view": windows.open_modal(request.world, user, body).as_json()}


def push(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/views.push: at most three views in a stack."""
    body = _modal(request)
    user = request.world.tickets.exchange(_trigger(request))
    return {"view": windows.push_modal(request.world, user, body).as_json()}


def update(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/views.update: what was typed stays where the ids are the same."""
    view = request.view()
    if request.args.get("hash") and request.text("hash") != view.hash:
        raise RefusalError("hash_conflict")
    body = _view(request)
    if body.get("type") != view.kind:
        raise RefusalError("view_type_mismatch")
    _check(request, body)
    windows.replace(request.world, view, body)
    return {"view": view.as_json()}


def publish(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/views.publish; refused when the manifest has no Home tab."""
    world = request.world
    if not world.manifest.home_tab:
        raise RefusalError("not_enabled")
    user = world.users.get(request.need("user_id"))
    if user is None or user.is_bot:
        raise RefusalError("user_not_found")
    body = _view(request)
    if body.get("type") != "home":
        raise RefusalError("invalid_arguments", response_metadata={"messages": ["[ERROR] must be a home view"]})
    rules.view(body, world.files)
    known = world.homes.get(user.id)
    if request.args.get("hash") and known and request.text("hash") != known.hash:
        raise RefusalError("hash_conflict")
    return {"view": windows.publish(world, user.id, body).as_json()}


def _trigger(request: Request) -> str:
    return request.need("trigger_id")


def _modal(request: Request) -> Json:
    body = _view(request)
    if body.get("type") != "modal":
        raise RefusalError("invalid_arguments", response_metadata={"messages": ["[ERROR] must be a modal view"]})
    _check(request, body)
    return body


def _check(request: Request, body: Json) -> None:
    rules.view(body, request.world.files)
    if rules.takes_files(body):
        request.need_scope("files:read")  # https://docs.slack.dev/reference/block-kit/block-elements/file-input-element


def _view(request: Request) -> Json:
    given: Any = request.args.get("view")
    if not isinstance(given, dict):
        raise RefusalError(
            "invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: view"]}
        )
    return given
