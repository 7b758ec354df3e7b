"""The people of the company by the names that a list from elsewhere has for them."""

from collections import defaultdict
from collections.abc import Iterable

from bot.errors import Refused
from bot.people import Person


class Colleagues:
    """All whom we have met, also those who have left: what they gave stays theirs."""

    def __init__(self, everybody: Iterable[tuple[str, Person]]) -> None:
        """With each their user on the platform."""
        self._users: dict[str, Person] = {}
        self._names: dict[str, list[Person]] = defaultdict(list)
        for user, person in everybody:
            self._users[user.casefold()] = person
            self._names[_plain(person.name)].append(person)

    def called(self, typed: str, *, field: str) -> Person:
        """By the full name, or the platform's id. Raises Refused("no_addresses" | "nobody_called" | "several_called").

        Credit goes to nobody by a guess.
        """
        found = self._users.get(typed.strip("<@>").casefold())
        if found is not None:
            return found
        named = self._names.get(_plain(typed.removeprefix("@")), [])
        if len(named) > 1:
            raise Refused("several_called", field=field)
        if not named:
            raise Refused("no_addresses" if "@" in typed.removeprefix("@") else "nobody_called", field=field)
        return named[0]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
