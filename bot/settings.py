"""What the surroundings tell the bot, read from the environment in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LEVELS = frozenset({"DEBUG", "INFO", "WARNING", "ERROR"})
COMMAND_LENGTH = 32
"""With the slash: https://docs.slack.dev/reference/app-manifest, features.slash_commands."""


class SettingsError(ValueError):
    """The bot cannot start like this; one sentence for each setting that is missing or wrong."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Rotation:
    """Slack's token rotation is on: how we get the next token."""

    client_id: str
    client_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)
    """That with which it began."""


@dataclass(frozen=True)
class Settings:
    """One installation. Secrets are not in its repr."""

    bot_token: str = field(repr=False)
    app_token: str | None = field(repr=False)
    """Set: Socket Mode. Else the signing secret is, and Slack calls us over HTTP."""
    signing_secret: str | None = field(repr=False)
    port: int | None
    """Where HTTP is served; None in Socket Mode when nobody asked for it."""
    api_url: str
    database_url: str = field(repr=False)
    command: str
    log_level: str
    secret_key: str | None = field(repr=False)
    erasure_list: Path | None
    """Where the list of what was erased is kept, outside the database; None: beside the SQLite file."""
    clock_offset: Path | None
    """A file with the seconds by which the sandbox's time differs from the system's."""
    patience: float
    """A factor for all waiting, for the sandbox and the tests."""
    supervisor: str = ""
    """The socket where systemd asks to be told how the process is; "" where nobody does."""
    rotation: Rotation | None = None
    """None where the token never expires."""

    @property
    def loopback(self) -> bool:
        """Whether Slack is the sandbox on this machine, and no real one."""
        return urlsplit(self.api_url).hostname in LOOPBACK

    @classmethod
    def read(cls, environ: Mapping[str, str], *, beside: Path = Path()) -> "Settings":
        """`beside` is the folder for the SQLite file of those who name no database; raises SettingsError."""
        reader = _Reader(environ)
        settings = reader.settings(beside)
        if reader.problems:
            raise SettingsError(reader.problems)
        return settings


class _Reader:
    """Reads on after a fault, so that all of them are told at once."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.problems: list[str] = []

    def settings(self, beside: Path) -> Settings:
        app_token = self.token("SLACK_APP_TOKEN", "xapp-")
        api_url = self.api_url()
        sandbox = urlsplit(api_url).hostname in LOOPBACK
        offset, rotation = self.get("LEADLOOP_CLOCK_OFFSET_FILE"), self.rotation()
        return Settings(
            bot_token=self.token("SLACK_BOT_TOKEN", "xoxe.xoxb-" if rotation else "xoxb-", needed=not rotation) or "",
            rotation=rotation,
            app_token=app_token,
            signing_secret=self.signing_secret(needed=app_token is None),
            port=self.port(None if app_token else 3000),
            api_url=api_url,
            database_url=self.get("DATABASE_URL") or f"sqlite:///{beside.resolve() / 'leadloop.sqlite3'}",
            command=self.command(),
            log_level=self.log_level(),
            secret_key=self.secret_key(),
            erasure_list=Path(listed) if (listed := self.get("ERASURE_LIST")) else None,
            clock_offset=Path(offset) if sandbox and offset else None,
            patience=self.patience() if sandbox else 1.0,
            supervisor=self.get("NOTIFY_SOCKET"),
        )

    def get(self, name: str) -> str:
        return self.environ.get(name, "").strip()

    def wrong(self, sentence: str) -> None:
        self.problems.append(sentence)

    def token(self, name: str, prefix: str, *, needed: bool = False) -> str | None:
        value = self.get(name)
        if needed and not value:
            self.wrong(f"{name} is missing: it is the token that starts with {prefix}, see docs/install.md.")
        elif value and not value.startswith(prefix):
            self.wrong(f"{name} should start with {prefix}; this looks like another kind of token.")
        return value or None

    def rotation(self) -> Rotation | None:
        refresh = self.token("SLACK_REFRESH_TOKEN", "xoxe-")
        if not refresh:
            return None
        asked = {name: self.get(name) for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")}
        for name in (name for name, value in asked.items() if not value):
            self.wrong(f"{name} is missing: SLACK_REFRESH_TOKEN needs it, see docs/install.md.")
        return Rotation(asked["SLACK_CLIENT_ID"], asked["SLACK_CLIENT_SECRET"], refresh)

    def secret_key(self) -> str | None:
        """No file beside the database can hold one where that is a server; in the database anybody would read it."""
        value = self.get("SECRET_KEY")
        if not value and self.get("DATABASE_URL").startswith("postgres"):
            self.wrong(
                "SECRET_KEY is missing: with PostgreSQL it makes the keys of hashes and of what is stored encrypted. "
                "Take a long random text, as `openssl rand -base64 32` prints one, and keep it: see docs/install.md."
            )
        return value or None

    def signing_secret(self, *, needed: bool) -> str | None:
        value = self.get("SLACK_SIGNING_SECRET")
        if needed and not value:
            self.wrong("Set SLACK_SIGNING_SECRET to be called over HTTP, or SLACK_APP_TOKEN to use Socket Mode.")
        return value or None

    def port(self, default: int | None) -> int | None:
        value = self.get("PORT")
        if not value:
            return default
        if value.isdecimal() and 0 < int(value) < 2**16:
            return int(value)
        self.wrong(f"PORT should be a number from 1 to 65535, not {value!r}.")
        return None

    def api_url(self) -> str:
        value = self.get("SLACK_API_URL") or "https://slack.com/api/"
        url = urlsplit(value)
        if not url.hostname or url.scheme not in {"https", "http"}:
            self.wrong(f"SLACK_API_URL should be an address like https://slack.com/api/, not {value!r}.")
        elif url.scheme == "http" and url.hostname not in LOOPBACK:
            self.wrong("SLACK_API_URL should start with https://, or the token would travel in the open.")
        return value.rstrip("/") + "/"

    def command(self) -> str:
        value = self.get("LEAD_COMMAND") or "/lead"
        plain = value[1:].replace("-", "").replace("_", "")
        if not (value.startswith("/") and plain.isalnum() and value == value.lower() and len(value) <= COMMAND_LENGTH):
            self.wrong(
                f"LEAD_COMMAND should be a slash and up to {COMMAND_LENGTH - 1} small letters, "
                f"digits, - or _, not {value!r}."
            )
        return value

    def log_level(self) -> str:
        value = self.get("LOG_LEVEL").upper() or "INFO"
        if value not in LEVELS:
            self.wrong(f"LOG_LEVEL should be one of {', '.join(sorted(LEVELS))}, not {value!r}.")
        return value

    def patience(self) -> float:
        value = self.get("LEADLOOP_PATIENCE") or "1"
        if value.replace(".", "", 1).isdecimal() and float(value) > 0:
            return float(value)
        self.wrong(f"LEADLOOP_PATIENCE should be a number above 0, not {value!r}.")
        return 1.0
