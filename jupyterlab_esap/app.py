"""The Jupyter server extension."""

from __future__ import annotations

import json

from jupyter_server.extension.application import ExtensionApp
from traitlets import Unicode

from ._version import __version__
from .profile import profile_path, read_profile
from .routes import ROUTES, handlers
from .site import Site


class EsapApp(ExtensionApp):
    """Reads the site's profile and adds our routes."""

    name = "jupyterlab_esap"
    description = "Carries requests of jupyterlab-esap to the services of this site."
    load_other_extensions = True

    profile_file = Unicode(
        "",
        help="""The site's profile, a YAML file. Default: what the environment's ESAP_PROFILE names, else
        `esap/profile.yaml` in a folder of Jupyter's configuration, else some public services.""",
    ).tag(config=True)

    def initialize_settings(self) -> None:
        path = profile_path(self.profile_file)
        self.site = Site(read_profile(path))
        self.log.info("esap profile: %s, %d services", path, len(self.site.profile.services))
        for problem in self.site.read.problems:
            self.log.warning("esap profile: %s", problem)
        if self.serverapp is not None:
            # JupyterLab puts these into its page, so that the browser knows us without a request.
            page = self.serverapp.web_app.settings.setdefault("page_config_data", {})
            page["esap"] = json.dumps(
                {"version": __version__, "groups": list(self.site.profile.groups), "unfinished": False}
            )

    def initialize_handlers(self) -> None:
        self.handlers.extend(handlers(ROUTES, self.site))

    async def stop_extension(self) -> None:
        await self.site.close()
