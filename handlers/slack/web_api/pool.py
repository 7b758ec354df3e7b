"""The connections to Slack that are kept open."""

from urllib.request import getproxies

from urllib3 import PoolManager, ProxyManager

CONNECTIONS = 40


def pool(url: str) -> PoolManager:
    """Through the company's proxy where the environment names one, as the SDK does."""
    proxy = None if url.startswith("http://") else getproxies().get("https")
    return ProxyManager(proxy, maxsize=CONNECTIONS) if proxy else PoolManager(maxsize=CONNECTIONS)


def host(url: str) -> tuple[str, str]:
    """ "https://hooks.slack.com/actions/T1" is ("https://hooks.slack.com", "/actions/T1")."""
    scheme, _, name, path = (*url.split("/", 3), "", "", "")[:4]
    return f"{scheme}//{name}", f"/{path}"
