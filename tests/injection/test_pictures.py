"""The digest's picture and its words hold nothing that people typed; and a label is drawn and never run."""

import json
from dataclasses import replace

from handlers.slack import messages, pictures
from tests.injection.oracle import walk
from tests.injection.table import bad_inputs
from tests.slack import values

NASTY = "<!channel> {{signal}} datum.many"


def test_a_picture_and_its_words_are_ours_alone() -> None:
    digest = replace(values.digest(values.lead(NASTY), NASTY), asked=False)

    message = messages.render(digest, values.person(NASTY))
    pictured = [block for block in walk(message) if "drawing" in block]

    assert len(pictured) == 1
    assert NASTY in json.dumps(message), "the week's numbers name people and leads"
    assert NASTY not in json.dumps(pictured)


def test_labels_are_drawn_whatever_they_say() -> None:
    labels = [bad.typed[:40] for bad in bad_inputs() if "Vega" in bad.what or "drawing" in bad.what]
    weeks, counts = [[label, 1, 1] for label in labels], [[label, 1] for label in labels]

    drawn = pictures.png({"new": labels[0], "won": labels[1], "by_status": labels[2], "weeks": weeks, "open": counts})

    assert len(labels) > 4
    assert drawn.startswith(b"\x89PNG")
