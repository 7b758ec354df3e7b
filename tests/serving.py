"""One server a pytest process, for whichever app the present test puts up: each test would wait for its start."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from sandbox.server import loopback


class Server:
    """`url`, and under it the app that is `up`."""

    def __init__(self) -> None:
        self.app = Starlette()
        self.url = ""

    @contextmanager
    def up(self, app: Starlette) -> Iterator[str]:
        """Returns the address."""
        self.app = app
        yield self.url
        self.app = Starlette()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@contextmanager
def serving() -> Iterator[Server]:
    listening, serves = loopback(), Server()
    listening.listen()  # whoever calls before it has started waits
    serves.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    kept = 600  # seconds: at uvicorn's five a connection is now and then closed in the face of who uses it again
    config = uvicorn.Config(serves, log_level="warning", lifespan="off", ws="none", timeout_keep_alive=kept)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    yield serves
    server.should_exit = True
    thread.join()
    listening.close()
