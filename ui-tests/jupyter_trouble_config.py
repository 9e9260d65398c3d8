"""Galata's server once more, with the site in trouble: for tests of what fails and of what is hostile."""

import os

os.environ["ESAP_PROFILE"] = os.environ["ESAP_PROFILE_TROUBLE"]
os.environ["LAB_PORT"] = os.environ["TROUBLE_PORT"]

c = get_config()  # noqa: F821
load_subconfig("jupyter_server_test_config.py")  # noqa: F821
