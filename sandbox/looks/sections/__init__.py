"""The catalogue's sections, by who reads what stands in them."""

from sandbox.looks.sections import credit, everybody, giving, leading, privacy, working

SECTIONS = (
    *(giving.FORM, giving.RECEIPT, giving.LOOP, credit.OFFERS, credit.TOGETHER, credit.SPLIT, credit.THANKS),
    *(working.OWNED, working.MORNING, working.MOVES),
    *(everybody.CHANNELS, everybody.HOME, everybody.LOOKING, everybody.REFUSED),
    *(leading.DESK, leading.ADMIN, privacy.PRIVACY),
)
