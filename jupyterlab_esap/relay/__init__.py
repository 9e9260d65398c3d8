"""The relay: carries a request of the browser to a named service, and the answer back in frames."""
