"""E-mail addresses and sites, as they are compared: one mailbox, one company, however they are written."""

from functools import cache, lru_cache
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

DOTLESS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}
"""Where a mailbox is the same with dots and without, and what its provider is called.

https://support.google.com/mail/answer/7436150
"""
FREE = frozenset(
    {
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com"),
        *("icloud.com", "me.com", "mac.com", "aol.com", "gmx.com", "gmx.de", "gmx.net", "web.de", "t-online.de"),
        *("mail.com", "mail.ru", "yandex.ru", "yandex.com", "bk.ru", "inbox.ru", "list.ru", "rambler.ru"),
        *("proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.com", "zoho.com", "fastmail.com", "hey.com"),
        *("orange.fr", "wanadoo.fr", "laposte.net", "free.fr", "sfr.fr", "libero.it", "virgilio.it", "tiscali.it"),
        *("qq.com", "163.com", "126.com", "sina.com", "foxmail.com", "naver.com", "hanmail.net", "daum.net"),
        *("rediffmail.com", "uol.com.br", "bol.com.br", "terra.com.br", "seznam.cz", "wp.pl", "o2.pl", "onet.pl"),
        *("comcast.net", "verizon.net", "att.net", "btinternet.com", "sky.com", "xtra.co.nz", "bigpond.com"),
    }
)
"""Where anybody has an address: it says nothing about a company. Yahoo, Hotmail and Live have others a country."""
FREE_ANYWHERE = frozenset({"yahoo", "hotmail", "outlook", "live"})
SHARED = frozenset({"linkedin.com", "xing.com", "facebook.com", "instagram.com", "x.com", "twitter.com", "github.com"})
"""Sites where people and companies have a page: it is not theirs."""


@lru_cache(maxsize=8192)
def mailbox(email: str) -> str:
    """Without capitals, and without what people add behind a plus; where the provider ignores dots, without those."""
    local, _, domain = email.casefold().rpartition("@")
    local = local.partition("+")[0] or local
    provider = DOTLESS.get(domain)
    return f"{local.replace('.', '')}@{provider}" if provider else f"{local}@{domain}"


@lru_cache(maxsize=8192)
def company_of(email: str, link: str = "") -> str:
    """The registrable domain of the company's own address or site: "acme.co.uk"; nothing where it is anybody's."""
    return _own(email.rpartition("@")[2]) or _own(_host(link))


def _host(link: str) -> str:
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def _own(host: str) -> str:
    found = _suffixes().privatesuffix(_written(host.casefold().strip("."))) if host else None
    if not found or found in FREE | SHARED or found.partition(".")[0] in FREE_ANYWHERE:
        return ""
    return str(found)


def _written(host: str) -> str:
    """As people write it, not as machines do: müller.de, for xn--mller-kva.de."""
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return host


@cache
def _suffixes() -> PublicSuffixList:
    """Read once, when the first one is needed. As machines write them they are not kept: that would take four times
    as long, a tenth of a second of whoever is the first to give an address."""
    return PublicSuffixList(accept_encoded_idn=False)
