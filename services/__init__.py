"""Real services for the tests and the demo: `python -m services run vo,faults -- COMMAND`."""
