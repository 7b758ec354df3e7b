"""A few thousand spoilt payloads in each run of the tests; a million in `make soak`."""

from concurrent.futures import ThreadPoolExecutor

from tests.fuzz import run


def test_whatever_comes_is_answered_or_refused_and_never_a_fault() -> None:
    with ThreadPoolExecutor(1) as thread:  # a browser's loop may run in this one
        counts = thread.submit(
            run, requests=2000, seed=2026, chapters=4
        ).result()  # the whole of it takes half a minute

    assert counts.clean, str(counts)
    assert counts.statuses[200] > 500, "many got through to the listeners"
    assert counts.statuses[400] > 200, "many did not"
    assert counts.statuses[401] > 10
