"""Files that people gave us in a form, on their way from Slack."""

from bot.errors import Refused
from bot.front import Undeliverable
from bot.troubles import Cause
from handlers.slack.web_api.client import Slack


class Downloads:
    """Fulfils bot.front.Files."""

    def __init__(self, slack: Slack) -> None:
        self.slack = slack

    def fetch(self, reference: str, owner: str, *, most: int) -> bytes:
        """Which file it is came with a payload, and our token opens many: so whose it is, Slack is asked first.

        https://docs.slack.dev/reference/methods/files.info
        """
        within = self.slack.patience.send
        try:
            file = self.slack.call("files.info", within=within, file=reference)["file"]
            if file.get("user") != owner:
                raise Refused("file_gone")
            if int(file.get("size") or 0) > most:
                raise Refused("file_large")
            content = self.slack.download(str(file.get("url_private_download")), most=most, within=within)
        except Undeliverable as refused:
            raise Refused("files_closed" if refused.cause is Cause.SCOPE else "file_gone") from None
        if len(content) > most:
            raise Refused("file_large")
        return content
