"""The settings are read in one place, and each fault has a sentence."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError

HTTP = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "hush"}


def test_two_secrets_are_enough_for_http(tmp_path: Path) -> None:
    settings = Settings.read(HTTP, beside=tmp_path)

    assert settings.port == 3000
    assert settings.api_url == "https://slack.com/api/"
    assert settings.database_url == f"sqlite:///{tmp_path}/leadloop.sqlite3"
    assert (settings.command, settings.log_level) == ("/lead", "INFO")


def test_socket_mode_serves_http_only_when_asked() -> None:
    socket = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}

    assert Settings.read(socket).port is None
    assert Settings.read(socket | {"PORT": "8080"}).port == 8080


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", ""),
        ("SLACK_BOT_TOKEN", "xoxp-1"),
        ("SLACK_APP_TOKEN", "xoxb-1"),
        ("SLACK_SIGNING_SECRET", " "),
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("SLACK_API_URL", "slack.com"),
        ("SLACK_API_URL", "http://slack.com/api/"),
        ("LEAD_COMMAND", "lead"),
        ("LEAD_COMMAND", "/"),
        ("LEAD_COMMAND", "/Lead"),
        ("LEAD_COMMAND", "/my lead"),
        ("LEAD_COMMAND", "/" + "l" * 32),
        ("LOG_LEVEL", "LOUD"),
        ("DATABASE_URL", "postgresql://u@h/db"),
    ],
)
def test_what_is_missing_or_wrong_has_a_sentence(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as told:
        Settings.read(HTTP | {name: value})

    (said,) = told.value.problems
    assert (name if name != "DATABASE_URL" else "SECRET_KEY is missing: with PostgreSQL") in said


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as told:
        Settings.read({"PORT": "x", "LOG_LEVEL": "x"})

    assert len(told.value.problems) == 4


def test_secrets_are_not_in_what_is_logged() -> None:
    settings = Settings.read(HTTP | {"SECRET_KEY": "hush", "DATABASE_URL": "postgresql://u:hush@h/db"})

    assert "hush" not in repr(settings)
    assert "xoxb" not in repr(settings)


@pytest.mark.parametrize(("url", "honoured"), [("http://127.0.0.1:1/api/", True), ("https://slack.com/api/", False)])
def test_only_the_sandbox_may_move_time(url: str, *, honoured: bool) -> None:
    moved = {"SLACK_API_URL": url, "LEADLOOP_CLOCK_OFFSET_FILE": "offset", "LEADLOOP_PATIENCE": "0.1"}

    settings = Settings.read(HTTP | moved)

    assert (settings.clock_offset is not None) == honoured
    assert (settings.patience == 0.1) == honoured
