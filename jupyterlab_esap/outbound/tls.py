"""Which certificates are believed. Verification can't be switched off."""

from __future__ import annotations

import ssl
from pathlib import Path

# What files of certificates are called; a folder may also have the names that OpenSSL looks for.
ENDINGS = frozenset({".pem", ".crt", ".cer"})
# OpenSSL's codes (x509_vfy.h) that a person can do something about.
REASONS = {
    9: "expired",
    10: "expired",
    18: "issuer",
    19: "issuer",
    20: "issuer",
    21: "issuer",
    62: "host",
    64: "host",
}


def make_context(authorities: Path | None) -> ssl.SSLContext:
    """Believes the machine's authorities (those of SSL_CERT_FILE and SSL_CERT_DIR, where they are set), and
    those of the operator. Reads files: not for the event loop."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    if authorities is not None:
        add_authorities(context, authorities)
    return context


def check_authorities(path: Path) -> None:
    """A ValueError with a sentence if this is no file or folder with certificates."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        add_authorities(context, path)
    except OSError as error:
        # ssl.SSLError is one.
        raise ValueError("the certificates can't be read") from error
    if not path.is_dir() and not context.get_ca_certs():
        raise ValueError("there are no certificates of authorities in this file")


def add_authorities(context: ssl.SSLContext, path: Path) -> None:
    if not path.is_dir():
        context.load_verify_locations(cafile=path)
        return
    context.load_verify_locations(capath=path)
    for file in sorted(path.iterdir()):
        if file.suffix in ENDINGS:
            context.load_verify_locations(cafile=file)


def why(error: Exception) -> str:
    """`expired` (or not valid yet), `issuer` (unknown, or its own), `host` (another's), `certificate`."""
    return REASONS.get(getattr(error, "verify_code", 0), "certificate")
