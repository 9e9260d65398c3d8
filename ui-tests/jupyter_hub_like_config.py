"""A server as a hub starts it: under a base URL, with a token, the XSRF check on, and a site of its own."""

import os
import tempfile

# Another site than that of the other server, from the same build.
os.environ["ESAP_PROFILE"] = os.environ["ESAP_PROFILE_INSTITUTE"]

c = get_config()  # noqa: F821
c.ServerApp.port = int(os.environ["HUB_PORT"])
c.ServerApp.port_retries = 0
c.ServerApp.base_url = "/user/ada/"
c.ServerApp.allow_root = True
c.ServerApp.open_browser = False
c.ServerApp.root_dir = tempfile.mkdtemp(prefix="hub-like-", dir=os.environ["ESAP_UI_STATE"])
c.IdentityProvider.token = "a-token-of-this-test"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.Application.log_level = "ERROR"
