from __future__ import annotations

import pytest

from .headers import to_browser, to_service

# What browsers, proxies, hubs and attackers send, none of which is a service's business.
NOT_SENT = """
authorization cookie cookie2 proxy-authorization x-xsrftoken x-rucio-auth-token x-rucio-account
x-rucio-vo x-rucio-appid ssl-client-cert ssl-client-s-dn ssl-client-verify x-ssl-client-cert
x-client-cert x-forwarded-for x-forwarded-host x-forwarded-proto x-forwarded-user x-forwarded-prefix
forwarded via x-real-ip x-original-url x-rewrite-url x-http-method-override x-method-override host
origin referer user-agent te trailer transfer-encoding content-length connection keep-alive upgrade
proxy-connection expect sec-fetch-site sec-fetch-mode sec-fetch-dest sec-ch-ua sec-websocket-key
x-jupyterhub-user jupyterhub-token x-esap-request x-request-id x-amz-security-token x-amz-date
x-auth-token x-auth-request-user remote-user x-remote-user x-csrf-token x-requested-with dnt
early-data access-control-request-method access-control-request-headers origin-agent-cluster
service-worker save-data priority pragma cache-control max-forwards date from if-unmodified-since
accept-charset accept-language accept-datetime alt-used content-md5 content-encoding
content-language content-location digest x-wap-profile
"""
NOT_TOLD = """
set-cookie set-cookie2 x-accel-redirect x-accel-buffering x-accel-charset x-accel-expires
x-accel-limit-rate x-sendfile x-lighttpd-send-file clear-site-data service-worker-allowed refresh
www-authenticate proxy-authenticate authentication-info strict-transport-security public-key-pins
expect-ct content-security-policy content-security-policy-report-only x-content-security-policy
x-frame-options x-xss-protection access-control-allow-origin access-control-allow-credentials
access-control-allow-headers access-control-expose-headers access-control-allow-methods
access-control-max-age timing-allow-origin cross-origin-opener-policy cross-origin-embedder-policy
cross-origin-resource-policy origin-agent-cluster permissions-policy feature-policy document-policy
referrer-policy report-to reporting-endpoints nel link x-rucio-auth-token x-rucio-auth-token-expires
x-rucio-auth-account x-amz-request-id authorization alt-svc connection keep-alive transfer-encoding
trailer upgrade via server x-powered-by sourcemap x-sourcemap supports-loading-mode
speculation-rules no-vary-search activate-storage-access cache-control pragma expires vary age
warning p3p x-robots-tag x-dns-prefetch-control x-download-options x-permitted-cross-domain-policies
content-language content-md5 accept-ch critical-ch early-data set-login tk x-ua-compatible
x-pingback
"""


@pytest.mark.parametrize("name", NOT_SENT.split())
def test_what_is_not_on_the_list_is_not_sent(name: str) -> None:
    for spelling in (name, name.title(), name.upper()):
        sent = to_service({spelling: "canary", "Accept": "text/xml"}, None)
        assert "canary" not in sent.values()
        assert set(sent) == {"accept", "accept-encoding", "user-agent"}


@pytest.mark.parametrize("name", NOT_TOLD.split())
def test_what_is_not_on_the_list_is_not_told(name: str) -> None:
    got = [(name.title(), "canary"), ("Content-Type", "text/xml")]
    assert to_browser(got) == {"content-type": "text/xml"}


def test_the_lists_are_long() -> None:
    assert len(set(NOT_SENT.split())) >= 80
    assert len(set(NOT_TOLD.split())) >= 80


@pytest.mark.parametrize("value", ["a\r\nX-Other: b", "a\nb", "a\x00b", "é", "a\x7f", "x" * 5000])
def test_no_value_begins_another_header(value: str) -> None:
    assert to_service({"Accept": value}, None)["accept"] == "*/*"


def test_what_the_worker_can_undo_is_asked_for() -> None:
    assert to_service({}, None)["accept-encoding"] == "gzip"
    assert to_service({"Accept-Encoding": "br, zstd"}, None)["accept-encoding"] == "gzip"
    assert to_service({"Accept-Encoding": "identity"}, None)["accept-encoding"] == "identity"
    assert to_service({"Range": "bytes=0-9"}, None)["accept-encoding"] == "identity"


def test_a_download_can_go_on_where_it_was_cut() -> None:
    asked = {"Range": "bytes=1000-", "If-Range": '"v1"'}
    assert asked.items() <= {name.title(): value for name, value in to_service(asked, None).items()}.items()
    told = [("Content-Range", "bytes 1000-1999/2000"), ("Accept-Ranges", "bytes"), ("ETag", '"v1"')]
    assert to_browser(told) == {name.lower(): value for name, value in told}


def test_a_body_has_its_type_and_nothing_has_none() -> None:
    assert (
        to_service({}, "multipart/form-data; boundary=x")["content-type"] == "multipart/form-data; boundary=x"
    )
    assert to_service({"content-type": "text/plain"}, "application/json")["content-type"] == "text/plain"
    assert "content-type" not in to_service({"content-type": "text/plain"}, None)
    told = to_browser([("Content-Type", "text/xml\x1b[31m"), ("content-type", "second")])
    assert told == {"content-type": "text/xml\\u001b[31m"}
