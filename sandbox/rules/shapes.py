"""The few shapes of which Block Kit is made, each a check that says in Slack's words what is wrong and where."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Check = Callable[[Any, str], Iterator[str]]


def complaint(what: str, where: str) -> str:
    """Slack's form: a sentence and a JSON pointer, as in `response_metadata.messages`."""
    return f"[ERROR] {what} [json-pointer:{where}]"


def string(most: int, least: int = 1) -> Check:
    def check(given: object, where: str) -> Iterator[str]:
        if not isinstance(given, str):
            yield complaint("must be a string", where)
        elif len(given) < least:
            yield complaint(f"must be more than {least - 1} characters", where)
        elif len(given) > most:
            yield complaint(f"must be less than {most + 1} characters", where)

    return check


def integer(least: int, most: int) -> Check:
    def check(given: object, where: str) -> Iterator[str]:
        if not isinstance(given, int) or isinstance(given, bool):
            yield complaint("must be an integer", where)
        elif not least <= given <= most:
            yield complaint(f"must be between {least} and {most}", where)

    return check


def flag(given: object, where: str) -> Iterator[str]:
    if not isinstance(given, bool):
        yield complaint("must be a boolean", where)


def anything(_given: object, _where: str) -> Iterator[str]:
    yield from ()


def matching(holds: Callable[[str], bool], what: str) -> Check:
    def check(given: object, where: str) -> Iterator[str]:
        if not isinstance(given, str) or not holds(given):
            yield complaint(what, where)

    return check


def one_of(*values: str) -> Check:
    def check(given: object, where: str) -> Iterator[str]:
        if given not in values:
            yield complaint("must be a valid enum value", where)

    return check


def listing(of: Check, most: int, least: int = 1) -> Check:
    def check(given: object, where: str) -> Iterator[str]:
        if not isinstance(given, list):
            yield complaint("must provide an array", where)
            return
        if len(given) < least:
            yield complaint(f"no fewer than {least} items allowed", where)
        if len(given) > most:
            yield complaint(f"no more than {most} items allowed", where)
        for at, one in enumerate(given):
            yield from of(one, f"{where}/{at}")

    return check


def record(needs: Mapping[str, Check] | None = None, may: Mapping[str, Check] | None = None) -> Check:
    """An object with these fields and no others; `type` is known to whoever chose this shape."""
    needed = {} if needs is None else needs
    known = {"type": anything, **needed, **({} if may is None else may)}

    def check(given: object, where: str) -> Iterator[str]:
        if not isinstance(given, dict):
            yield complaint("must provide an object", where)
            return
        missing = [name for name in needed if given.get(name) is None]
        yield from (complaint(f"missing required field: {name}", where) for name in missing)
        yield from (fault for name, value in given.items() for fault in _field(known, name, value, where))

    return check


def _field(known: Mapping[str, Check], name: str, value: object, where: str) -> Iterator[str]:
    if name not in known:
        yield complaint(f"invalid additional property: {name}", where)
    elif value is not None:
        yield from known[name](value, f"{where}/{name}")


def typed(table: Mapping[str, Check], allowed: frozenset[str] | None = None) -> Check:
    """An object whose `type` chooses its shape; types outside `allowed` exist, but not in this place."""

    def check(given: object, where: str) -> Iterator[str]:
        if not isinstance(given, dict):
            yield complaint("must provide an object", where)
        elif "type" not in given:
            yield complaint("missing required field: type", where)
        elif given["type"] not in table or (allowed is not None and given["type"] not in allowed):
            yield complaint(f"unsupported type: {given['type']}", f"{where}/type")
        else:
            yield from table[given["type"]](given, where)

    return check


def both(*checks: Check) -> Check:
    """All of these; the later ones only if the earlier ones are content."""

    def check(given: object, where: str) -> Iterator[str]:
        for one in checks:
            found = list(one(given, where))
            if found:
                yield from found
                return

    return check


def any_of(*names: str) -> Check:
    """At least one of these fields is there."""

    def check(given: dict[str, Any], where: str) -> Iterator[str]:
        if not any(given.get(name) for name in names):
            yield complaint(f"missing required field: {' or '.join(names)}", where)

    return check
