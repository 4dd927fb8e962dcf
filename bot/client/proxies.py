"""The proxy on the way to Telegram, as the environment names it for every program."""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from bot.trouble import Trouble

UNDERSTOOD = ("http", "https")


def proxy_for(url: str) -> str | None:
    """Return the proxy that HTTPS_PROXY or HTTP_PROXY names for an address, None for no proxy.

    NO_PROXY names the hosts that are reached without. Raises Trouble for another kind of proxy.
    """
    parts = urlsplit(url)
    found = getproxies().get(parts.scheme)
    if not found or proxy_bypass(parts.netloc):
        return None
    proxy = found if "://" in found else f"http://{found}"
    if urlsplit(proxy).scheme not in UNDERSTOOD:
        name = f"{parts.scheme.upper()}_PROXY"
        raise Trouble(
            f"The proxy that {name} names is of a kind that is not understood.",
            f"Let {name} begin with http:// or https://, or let NO_PROXY name {parts.hostname}.",
        )
    return proxy


def without_password(proxy: str) -> str:
    """Return host and port of a proxy, fit for a sentence."""
    return urlsplit(proxy).netloc.rpartition("@")[2]
