"""Bolt looks at the signature of each listener and each matcher when an app is made, here for every test: two hundred.

A function's own code says it as well the second time.
"""

import inspect
from collections.abc import Callable
from types import CodeType, SimpleNamespace

from slack_bolt.util import utils

_known: dict[CodeType, inspect.FullArgSpec] = {}


def look_once() -> None:
    """From now on, in this process."""
    vars(utils)["inspect"] = SimpleNamespace(**vars(inspect) | {"getfullargspec": _looked_at})


def _looked_at(function: Callable[..., object]) -> inspect.FullArgSpec:
    code = getattr(function, "__code__", None)
    if not isinstance(code, CodeType):
        return inspect.getfullargspec(function)
    if code not in _known:
        _known[code] = inspect.getfullargspec(function)
    return _known[code]
