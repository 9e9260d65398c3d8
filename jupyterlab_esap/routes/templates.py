"""Notebook templates: those that come with the package, and the site's own."""

from __future__ import annotations

import asyncio

from tornado import web

from ..messages import TemplateText
from ..site import Site
from .route import Route


async def read_template(site: Site, template: str) -> TemplateText:
    """The text of a template of the profile. Nothing is cleaned of it: it is ours or the operator's."""
    found = site.read.template(template)
    if found is None:
        raise web.HTTPError(404, "The profile of this site has no such template.")
    try:
        text = await asyncio.to_thread(found.path.read_text, encoding="utf-8")
        return TemplateText(name=found.path.name, text=text)
    except (OSError, UnicodeDecodeError) as error:
        raise web.HTTPError(404, "The file of this template can't be read.") from error


ROUTES = (Route("GET", "templates/{template}", answer=TemplateText, action=read_template),)
