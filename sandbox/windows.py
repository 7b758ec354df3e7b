"""A person's stack of modals and their App Home: opening, pushing, replacing, closing."""

from typing import Any

from sandbox import inputs, rules
from sandbox.records import Json, View
from sandbox.refusal import RefusalError
from sandbox.world import World

STACK = 3  # https://docs.slack.dev/surfaces/modals: a stack holds three views


def open_modal(world: World, user: str, body: Json) -> View:
    with world.lock:
        view = _fresh(world, user, body)
        world.stacks[user] = [view]
        world.touch()
        return view


def push_modal(world: World, user: str, body: Json) -> View:
    with world.lock:
        stack = world.stacks.get(user, [])
        if not stack:
            raise RefusalError("not_found")
        if len(stack) >= STACK:
            raise RefusalError("push_limit_reached")
        view = _fresh(world, user, body)
        view.root, view.previous = stack[0].id, stack[-1].id
        stack.append(view)
        world.touch()
        return view


def publish(world: World, user: str, body: Json) -> View:
    with world.lock:
        known = world.homes.get(user)
        if known is None:
            known = world.homes[user] = _fresh(world, user, body)
            world.touch()
        else:
            replace(world, known, body)
        return known


def replace(world: World, view: View, body: Json) -> None:
    """Puts a new body into a view; what a person typed stays where block_id and action_id are the same."""
    with world.lock:
        kept = view.state
        view.body = body | {"blocks": rules.named(body["blocks"])}
        view.hash = world.fresh_hash()
        view.errors = {}
        view.state = inputs.initial(view.body["blocks"])
        for block, actions in view.state.items():
            for action, state in actions.items():
                before = kept.get(block, {}).get(action)
                if before and before["type"] == state["type"]:
                    actions[action] = before
        world.touch()


def drop(world: World, user: str, view: View) -> None:
    """This view of the stack is done."""
    with world.lock:
        world.stacks[user].remove(view)
        if not world.stacks[user]:
            del world.stacks[user]
        world.touch()


def clear(world: World, user: str) -> list[View]:
    with world.lock:
        gone = world.stacks.pop(user, [])
        world.touch()
        return gone


def _fresh(world: World, user: str, body: Json) -> View:
    named: list[Any] = rules.named(body["blocks"])
    wanted = body.get("external_id")
    if wanted and any(view.body.get("external_id") == wanted for stack in world.stacks.values() for view in stack):
        raise RefusalError("duplicate_external_id")
    name = world.new_id("V")
    whole = body | {"blocks": named}
    return View(name, user, whole, world.fresh_hash(), root=name, state=inputs.initial(named))
