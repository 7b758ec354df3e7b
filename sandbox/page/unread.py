"""How far each person has read, for the dots beside places."""

from dataclasses import dataclass, field

from sandbox.records import Channel, Message


@dataclass
class ReadMarks:
    """The newest message that a person has had on screen, by person and channel; kept while the sandbox runs."""

    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def read(self, person: str, messages: list[Message]) -> None:
        """These messages, of one channel, were on screen."""
        for message in messages[-1:]:
            self.seen[person, message.channel] = message.ts

    def unread(self, person: str, channel: Channel) -> bool:
        mark = self.seen.get((person, channel.id), "")
        return any(message.ts > mark and message.user != person for message in channel.messages)
