"""What went wrong on the way to a service, as a failure that the browser can word."""

from __future__ import annotations

import asyncio
import ssl

from ..foreign import foreign
from ..messages import Failure
from .address import AddressRefused
from .tls import why
from .url import Target


class Failed(Exception):
    """A failure on its way to whoever tells it."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.code}: {failure.words or ''}")
        self.failure = failure


def refused(words: str) -> Failed:
    """Our policy does not let the request out; `words` is one sentence that says why."""
    return Failed(Failure(code="refused", words=words))


def too_large(limit: int) -> Failed:
    return Failed(Failure(code="too-large", facts={"bytes": limit}))


def no_answer(seconds: float) -> Failed:
    return Failed(Failure(code="no-answer", facts={"seconds": round(seconds, 1)}))


def cut(received: int, **facts: float) -> Failed:
    return Failed(Failure(code="cut", facts={"bytes": received, **facts}))


def unreachable(target: Target, reason: str, words: str) -> Failed:
    """No connection; `reason` is `proxy`, `tls`, or what is wrong with a certificate."""
    return Failed(Failure(code="unreachable", facts={"host": target.host, "why": reason}, words=words))


def untrusted(target: Target, error: Exception) -> Failed:
    words = foreign(getattr(error, "verify_message", error))
    return unreachable(target, why(error), f"The certificate of {target.host} is not believed: {words}.")


def said(message: str) -> str:
    """What aiohttp says of an answer, without the piece of the answer that it shows below."""
    return foreign(message.strip().partition("\n")[0].rstrip(" :"))


def nothing_came(error: BaseException) -> bool:
    """Was the connection there, and closed before a byte of the answer came?"""
    import aiohttp

    if isinstance(error, aiohttp.ServerDisconnectedError):
        # Else it is the head as far as it came.
        return isinstance(error.message, str)
    return isinstance(error, aiohttp.ClientOSError) and not isinstance(error, aiohttp.ClientConnectorError)


def failed_before_head(error: BaseException, target: Target) -> Failed | None:
    """The failure in what aiohttp raised before an answer began; None for what nobody foresaw."""
    import aiohttp

    host = {"host": target.host}
    if isinstance(error, Failed):
        return error
    if isinstance(error, AddressRefused):
        return refused(f"{target.host} has the address {foreign(error.address)}, which is not public.")
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return unreachable(target, "proxy", f"The proxy of this site answers with HTTP {error.status}.")
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return unreachable(target, "proxy", "The proxy of this site can't be reached.")
    if isinstance(error, aiohttp.ClientConnectorDNSError) and error.host != target.host.strip("[]"):
        return unreachable(target, "proxy", "The name of this site's proxy is not known.")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Failed(Failure(code="no-such-host", facts=host))
    if isinstance(error, aiohttp.ServerTimeoutError | asyncio.TimeoutError):
        return Failed(
            Failure(code="unreachable", facts=host, words="The connection could not be opened in time.")
        )
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return untrusted(target, error.certificate_error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return untrusted(target, error)
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return unreachable(target, "tls", f"No TLS can be spoken with it: {foreign(error)}")
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientPayloadError):
        return Failed(Failure(code="cut", facts={**host, "bytes": 0}))
    if isinstance(error, aiohttp.ClientOSError):
        words = None if isinstance(error, aiohttp.ClientConnectorError) else "The connection was closed."
        return Failed(Failure(code="unreachable", facts=host, words=words))
    if isinstance(error, aiohttp.ClientResponseError):
        return Failed(
            Failure(code="unreadable", facts=host, words=f"This is not HTTP: {said(error.message)}")
        )
    return None
