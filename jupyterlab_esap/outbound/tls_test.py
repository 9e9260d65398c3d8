"""Certificates: good, expired, another host's, self-signed; and the operator's authority."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ..profile import SiteService
from .client import Client
from .failures import Failed
from .lane import Lane
from .network import Network
from .tls import check_authorities
from .url import check_url


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `ca.pem`, and key and certificate of each server in one file."""
    folder = tmp_path_factory.mktemp("certificates")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    def server(name: str, host: str, *more: str) -> None:
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", f"{name}.key"]
        openssl("req", *key, "-subj", f"/CN={name}", "-out", f"{name}.csr")
        (folder / f"{name}.ext").write_text(f"subjectAltName=DNS:{host}\nbasicConstraints=CA:FALSE\n")
        openssl("x509", "-req", "-in", f"{name}.csr", "-extfile", f"{name}.ext", "-out", f"{name}.crt", *more)
        (folder / f"{name}.both").write_text(
            (folder / f"{name}.key").read_text() + (folder / f"{name}.crt").read_text()
        )

    openssl(
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key",
        "-out", "ca.pem", "-subj", "/CN=Authority of a test", "-days", "2",
    )  # fmt: skip
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial")
    server("good", "localhost", *signed, "-days", "2")
    server("other", "other.example.org", *signed, "-days", "2")
    # It ended before it began.
    server("expired", "localhost", *signed, "-days", "-1")
    server("own", "localhost", "-signkey", "own.key", "-days", "2")
    return folder


@pytest.fixture
def served(made: Path, jp_asyncio_loop: asyncio.AbstractEventLoop) -> Iterator[Callable[[str], str]]:
    """Starts an HTTPS server with a certificate, and gives its URL."""
    servers: list[asyncio.Server] = []

    async def hello(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")
        writer.close()

    def serve(name: str) -> str:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made / f"{name}.both")
        started = asyncio.start_server(hello, "127.0.0.1", 0, ssl=context)
        server = jp_asyncio_loop.run_until_complete(started)
        servers.append(server)
        return f"https://localhost:{server.sockets[0].getsockname()[1]}/tap"

    yield serve
    for server in servers:
        server.close()


async def body(url: str, authorities: Path | None) -> bytes:
    service = SiteService.model_validate(
        {"id": "a", "label": "A", "kind": "tap", "url": url, "private": True}
    )
    client = Client(service, Network(authorities=authorities), Lane(1))
    try:
        return await (await client.send("GET", check_url(url), True, {})).piece()
    finally:
        await client.close()


def why_not(loop: asyncio.AbstractEventLoop, url: str, authorities: Path | None) -> str:
    with pytest.raises(Failed) as caught:
        loop.run_until_complete(body(url, authorities))
    failure = caught.value.failure
    assert failure.code == "unreachable"
    assert failure.facts
    assert failure.facts["host"] == "localhost"
    assert (failure.words or "").startswith("The certificate of localhost is not believed: ")
    return str(failure.facts["why"])


@pytest.mark.parametrize(("name", "why"), [("expired", "expired"), ("other", "host"), ("own", "issuer")])
def test_a_wrong_certificate_is_a_clear_failure(
    served: Callable[[str], str], made: Path, jp_asyncio_loop: asyncio.AbstractEventLoop, name: str, why: str
) -> None:
    assert why_not(jp_asyncio_loop, served(name), made / "ca.pem") == why


def test_the_operators_authority_is_believed_and_nobody_elses(
    served: Callable[[str], str], made: Path, jp_asyncio_loop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    url = served("good")
    assert why_not(jp_asyncio_loop, url, None) == "issuer"
    assert jp_asyncio_loop.run_until_complete(body(url, made / "ca.pem")) == b"hello"
    (tmp_path / "any name.crt").write_bytes((made / "ca.pem").read_bytes())
    assert jp_asyncio_loop.run_until_complete(body(url, tmp_path)) == b"hello"


def test_the_environments_certificates_have_their_effect(
    served: Callable[[str], str],
    made: Path,
    jp_asyncio_loop: asyncio.AbstractEventLoop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(made / "ca.pem"))
    assert jp_asyncio_loop.run_until_complete(body(served("good"), None)) == b"hello"


def test_a_file_without_certificates_is_said_when_the_profile_is_read(made: Path, tmp_path: Path) -> None:
    check_authorities(made / "ca.pem")
    check_authorities(tmp_path)
    (tmp_path / "not.pem").write_text("not a certificate")
    for path in (tmp_path / "missing.pem", tmp_path / "not.pem", made / "good.key", tmp_path):
        with pytest.raises(ValueError, match="certificates"):
            check_authorities(path)


def test_what_speaks_no_tls_is_said(jp_asyncio_loop: asyncio.AbstractEventLoop) -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example.org ESMTP\r\n" * 10)
        writer.close()

    server = jp_asyncio_loop.run_until_complete(asyncio.start_server(greet, "127.0.0.1", 0))
    url = f"https://localhost:{server.sockets[0].getsockname()[1]}/"
    with pytest.raises(Failed) as caught:
        jp_asyncio_loop.run_until_complete(body(url, None))
    server.close()
    assert caught.value.failure.code == "unreachable"
    assert caught.value.failure.facts == {"host": "localhost", "why": "tls"}
