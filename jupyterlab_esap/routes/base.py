"""What all our routes have in common: who may, and what is answered when something is wrong."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http.client import responses
from typing import TYPE_CHECKING, Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import APIHandler
from tornado import web

from ..messages import Fault
from ..site import Site

if TYPE_CHECKING:
    from .route import Route

RESOURCE = "esap"


class EsapHandler(APIHandler):
    """Lets a request pass that is signed in, not another site's doing, and authorised for its route."""

    auth_resource = RESOURCE

    def initialize(self, site: Site, routes: Mapping[str, Route]) -> None:
        self.site = site
        self.routes = routes

    @property
    def content_security_policy(self) -> str:
        return f"{super().content_security_policy}; sandbox"

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    async def prepare(self) -> None:
        """The one place that every method of every route passes, before its body is read."""
        await super().prepare()
        if self.request.method == "OPTIONS":
            return
        if not self.current_user:
            raise web.HTTPError(403)
        self.check_xsrf_token()
        route = self.routes.get(self.request.method or "")
        access = route.access if route else "read"
        if not await ensure_async(self.authorizer.is_authorized(self, self.current_user, access, RESOURCE)):
            raise web.HTTPError(403)
        if not self.routes:
            raise web.HTTPError(404)
        if route is None:
            raise web.HTTPError(405)

    def check_xsrf_token(self) -> None:
        """The XSRF token for reading as well: pictures and links of another page come with the cookie, too.

        Jupyter's own check lets a GET pass that has the right Referer, as a foreign notebook's picture has.
        """
        if not (self.token_authenticated or self.settings.get("disable_check_xsrf", False)):
            web.RequestHandler.check_xsrf_cookie(self)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A sentence as JSON. Of an exception that nobody foresaw only the id of its entry in the log."""
        error = (kwargs.get("exc_info") or (None, None, None))[1]
        fault = None
        message = responses.get(status_code, "Unknown error")
        if isinstance(error, web.HTTPError):
            message = (error.log_message or message) if not error.args else message
        elif error:
            fault = secrets.token_hex(6)
            message = "The server part of jupyterlab-esap failed; its log has more."
            self.log.error("esap fault %s in %s %s", fault, self.request.method, type(self).__name__)
        self.finish(Fault(message=message, id=fault).to_json())
