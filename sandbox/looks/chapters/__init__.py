"""The story's chapters, in the order in which they happen: six weeks of Sandbox Inc. from its first day."""

from collections.abc import Callable, Sequence

from sandbox.looks.chapters import (
    crediting,
    departing,
    desk,
    disputing,
    forgetting,
    giving,
    importing,
    joining,
    keeping,
    leading,
    mornings,
    offering,
    privacy,
    setting_up,
    sharing,
    splitting,
    talking,
    terms,
    troubles,
    winning,
    working,
)
from sandbox.looks.scene import Scene

CHAPTERS: Sequence[Callable[[Scene], None]] = (
    setting_up.tell,
    giving.tell,
    working.tell,
    terms.tell,
    desk.tell,
    mornings.tell,
    winning.tell,
    talking.tell,
    leading.tell,
    privacy.tell,
    troubles.tell,
    forgetting.tell,
    crediting.tell,
    offering.tell,
    joining.tell,
    sharing.tell,
    disputing.tell,
    keeping.tell,
    departing.tell,
    importing.tell,
    splitting.tell,
)
