"""The one generic function that messages are registered with by their read model's type."""

from functools import singledispatch

from bot.people import Person
from handlers.slack.kit.blocks import Block


@singledispatch
def render_for(shown: object, reader: Person | None) -> Block:
    raise TypeError(f"there are no words for {type(shown).__name__} (reader {reader.id if reader else 'everybody'})")
