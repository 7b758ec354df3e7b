"""The form in which marketers, managers and recruiters say what we look for."""

from bot.leads import Kind
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.looks import Looks
from handlers.slack.wording import line


def looks_form(looks: Looks, keeps: tuple[Kind, ...]) -> Block:
    fields = [
        inputs.field(
            f"looks.{kind}",
            line(f"looks.{kind}.label"),
            inputs.typed("\n".join(looks.get(kind, ())), long=True),
            hint=line(f"looks.{kind}.hint"),
        )
        for kind in keeps
    ]
    return blocks.modal(
        line("looks.title"), fields, callback=ids.LOOKS, submit=line("form.save"), close=line("form.cancel")
    )


def read_looks(values: Values) -> dict[Kind, str]:
    """Only of the kinds that the form asked for."""
    return {kind: inputs.text(values, f"looks.{kind}") for kind in Kind if f"looks.{kind}" in values}
