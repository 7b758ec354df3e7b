"""What Slack answers when it refuses: an error code, and sometimes more."""

from sandbox.records import Json, Value


class RefusalError(Exception):
    """Raised inside a Web API method; becomes `{"ok": false, "error": code, **more}`."""

    def __init__(self, code: str, *, headers: dict[str, str] | None = None, status: int = 200, **more: Value) -> None:
        super().__init__(code)
        self.code = code
        self.headers = headers or {}
        self.status = status
        self.more = more

    def body(self) -> Json:
        return {"ok": False, "error": self.code, **self.more}


def invalid(code: str, complaints: list[str]) -> RefusalError:
    """Slack's way to say what is wrong in which place: `response_metadata.messages`."""
    return RefusalError(code, response_metadata={"messages": complaints})
