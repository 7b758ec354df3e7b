"""Human text on its way in: made clean in one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.errors import Refused


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Acme  ", "Acme"),
        ("Ac\x00me", "Acme"),
        ("Ac\u200bme\ufeff", "Acme"),
        ("\u202eemcA", "emcA"),
        ("\ud800Acme", "Acme"),
        ("Cafe\u0301", "Café"),
        ("one\r\ntwo", "one\ntwo"),
        ("👩\u200d👩\u200d👧 Family Ltd", "👩\u200d👩\u200d👧 Family Ltd"),
        ("\u200d \u200b", ""),
        (None, ""),
    ],
)
def test_what_shows_nothing_is_not_kept(typed: str | None, kept: str) -> None:
    assert texts.clean(typed) == kept


@given(st.text(st.characters(), max_size=100))
def test_clean_text_is_clean_and_can_be_stored(typed: str) -> None:
    clean = texts.clean(typed)

    assert texts.clean(clean) == clean
    assert "\x00" not in clean
    clean.encode()


def test_three_thousand_characters_are_a_text_and_one_more_is_refused() -> None:
    assert len(texts.long("x" * 3000, field="about")) == 3000
    with pytest.raises(Refused) as refused:
        texts.long("x" * 3001, field="about")
    assert (refused.value.code, refused.value.field) == ("too_long", "about")


def test_a_required_text_of_blanks_is_refused() -> None:
    with pytest.raises(Refused, match="blank"):
        texts.line(" \u200b ", field="name", required=True)
