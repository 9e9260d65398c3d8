"""The server: …/nph-sesame[/-options][/databases]?name[&name…], behind switches for slow and down."""

from __future__ import annotations

import time
import urllib.parse

from services import web

from .answer import lines, xml


class Handler(web.Handler):
    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        parts = [urllib.parse.unquote(part) for part in path.split("/") if part]
        switches = dict(part.split("=", 1) for part in parts if "=" in part)
        if "slow" in switches:
            time.sleep(int(switches["slow"]) / 1000)
        if "down" in switches:
            self.answer(int(switches["down"]), "text/html", "<html><h1>Service unavailable</h1></html>")
            return
        if "nph-sesame" not in parts:
            self.answer(404, "text/html", "<html><h1>Not Found</h1></html>")
            return
        rest = parts[parts.index("nph-sesame") + 1 :]
        options = next((part for part in rest if part.startswith("-")), "")
        # A tilde asks for an answer that is not from the cache; there is none here.
        databases = next((part.replace("~", "") for part in rest if not part.startswith("-")), "SNV")
        names = [urllib.parse.unquote_plus(name) for name in query.split("&") if name]
        form = xml if "x" in options else lines
        kind = "text/xml" if "x" in options and "p" not in options else "text/plain"
        text = form(names, databases, "I" in options)
        self.answer(200, f"{kind}; charset=UTF-8", text, {"Access-Control-Allow-Origin": "*"})


if __name__ == "__main__":
    web.serve(Handler)
