"""The server: `python -m services.archive.server FOLDER`, which holds the data afterwards."""

from __future__ import annotations

import sys
import traceback
import urllib.parse
from http.server import ThreadingHTTPServer
from pathlib import Path

import duckdb

from services import web

from . import cone, data, datalink, files, pages, tap, uws, vosi
from .jobs import Jobs
from .request import Answer, Request, not_found, text

FORM = "application/x-www-form-urlencoded"
LONGEST_BODY = 200_000
MOST_PARAMETERS = 1000


class Server(ThreadingHTTPServer):
    """One archive: its data, its jobs, its address."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.port = self.server_address[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        data.make_files(folder)
        self.database: duckdb.DuckDBPyConnection = data.load(folder, self.base)
        self.links = f"{self.base}/datalink"
        self.jobs = Jobs(self.database, self.links)

    @property
    def hosts(self) -> set[str]:
        return {f"{name}:{self.port}" for name in ("127.0.0.1", "localhost")}

    def answer(self, request: Request) -> Answer:
        match request.path:
            case ():
                return pages.root(self.base)
            case ("tap", "sync"):
                return tap.sync(request, self.database, self.links)
            case ("tap", "async", *rest):
                return uws.answer(request, tuple(rest), self.jobs, f"{self.base}/tap/async")
            case ("tap", "capabilities"):
                return vosi.capabilities(f"{self.base}/tap")
            case ("tap", "availability"):
                return vosi.availability()
            case ("tap", "tables"):
                return vosi.tables()
            case ("tap", "examples"):
                return pages.examples()
            case ("scs",):
                return cone.answer(request, self.database)
            case ("datalink",):
                return datalink.answer(request, self.database, self.base)
            case ("files", name):
                return files.answer(request, name, self.folder)
            case _:
                return not_found("such page")


class Handler(web.Handler):
    # A client that says nothing does not keep a thread.
    timeout = 60

    def do_GET(self) -> None:
        # A page elsewhere whose name was bound anew to this machine sends its own name.
        if self.headers.get("Host", "") not in self.archive.hosts:
            self.send(text("This server is only for this machine.", 403))
            return
        try:
            self.send(self.archive.answer(self.request_sent()))
        except ValueError as error:
            self.send(text(str(error), 400))
        except Exception:  # noqa: BLE001 - whatever it was, the client is told and the server goes on.
            traceback.print_exc()
            self.send(text("The archive failed; its log says how.", 500))

    @property
    def archive(self) -> Server:
        if not isinstance(self.server, Server):
            raise TypeError("This handler answers for an archive only.")
        return self.server

    do_HEAD = do_GET
    do_POST = do_GET
    do_DELETE = do_GET

    def send(self, answer: Answer) -> None:
        self.answer(answer.status, answer.media, answer.body, answer.headers)

    def request_sent(self) -> Request:
        """Raises ValueError with a sentence for the client."""
        url = urllib.parse.urlsplit(self.path)
        query = url.query
        if self.command == "POST":
            query = "&".join(part for part in (query, self.form()) if part)
        pairs = urllib.parse.parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
        return Request(
            self.command,
            tuple(urllib.parse.unquote(part) for part in url.path.split("/") if part),
            tuple((name.upper(), value) for name, value in pairs),
            dict(self.headers.items()),
        )

    def form(self) -> str:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > LONGEST_BODY:
            raise ValueError(f"A request's body can have {LONGEST_BODY} bytes.")
        body = self.rfile.read(int(length))
        media = self.headers.get("Content-Type", FORM).partition(";")[0].strip().lower()
        if body and media != FORM:
            raise ValueError(f"A request's body can only be {FORM}, not {media[:80]}.")
        return body.decode("ascii", "replace")


def main() -> None:
    server = Server(Path(sys.argv[1]))
    print(server.port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
