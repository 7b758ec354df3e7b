"""Where what stands in Slack is not what the front would say."""

from sandbox.records import Value

NAMED_BY_SANDBOX = frozenset({"block_id", "action_id"})


def differs(there: Value, right: Value) -> str:
    """The first place where what stands there is not what is right; Slack adds names of its own."""
    if isinstance(right, dict) and isinstance(there, dict):
        if extra := set(there) - set(right) - NAMED_BY_SANDBOX:
            return f"{extra} too many"
        return next((found for key in right if (found := differs(there.get(key), right[key]))), "")
    if isinstance(right, list) and isinstance(there, list) and len(right) == len(there):
        return next((found for one, two in zip(there, right, strict=True) if (found := differs(one, two))), "")
    if isinstance(right, list) and isinstance(there, list):
        return f"{[one for one in there if one not in right]} and not {[one for one in right if one not in there]}"
    return "" if there == right else f"{str(there)[:300]} and not {str(right)[:300]}"
