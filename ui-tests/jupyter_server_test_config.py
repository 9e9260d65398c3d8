"""The server of the browser tests: Galata's own, with what JupyterLab needs to run here."""

import os

from jupyterlab.galata import configure_jupyter_server

c = get_config()  # noqa: F821
configure_jupyter_server(c)
c.ServerApp.port = int(os.environ["LAB_PORT"])
c.ServerApp.port_retries = 0
c.ServerApp.allow_root = True
c.Application.log_level = "ERROR"
