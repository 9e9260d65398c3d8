"""What the import of our server part costs a Jupyter server that starts (G11).

Fresh processes, in turn. Each first imports what the server has loaded anyway, then one package, and
tells the CPU seconds of that alone. Warm: byte code is there. Cold: none is, as right after an install.
"""

from __future__ import annotations

import json
import sys
import tempfile
from statistics import median

from figures import Figures, interval, long, spend
from peers import jupyter_server_proxy

PROGRAM = """
import json, sys, time
import jupyter_server.serverapp, jupyter_server.extension.application
base = set(sys.modules)
seconds = []
for name in sys.argv[1:]:
    begin = time.process_time()
    __import__(name)
    seconds.append(time.process_time() - begin)
new = {name.partition('.')[0] for name in set(sys.modules) - base}
print(json.dumps([seconds, sorted(new - set(sys.stdlib_module_names))]))
"""
# Where byte code is not written nothing is ever warm.
WARM = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": ""}
# Heavy packages that may only be imported when they are used.
WHEN_USED = {"aiohttp", "numpy", "astropy", "requests", "httpx", "pyarrow", "zstandard"}


def main() -> int:
    proxy = jupyter_server_proxy()
    # What is imported, in this order; the figure is that of the last.
    asked = {
        "jupyterlab-esap": (sys.executable, ["pydantic", "jupyterlab_esap.app"]),
        "pydantic alone": (sys.executable, ["pydantic"]),
        "aiohttp": (sys.executable, ["aiohttp"]),
        "astropy.io.votable": (sys.executable, ["astropy.io.votable"]),
        "jupyter-server-proxy": (str(proxy.python), ["jupyter_server_proxy"]),
    }
    figures = Figures("import", peers=[proxy.name], modules="after jupyter_server")
    wrong = False
    for state, runs in (("warm", 40 if long() else 12), ("cold", 10 if long() else 2)):
        took: dict[str, list[float]] = {}
        for _ in range(runs):
            for who, (python, modules) in asked.items():
                with tempfile.TemporaryDirectory() as empty:
                    extra = {"PYTHONPYCACHEPREFIX": empty} if state == "cold" else WARM
                    answer = spend([python, "-c", PROGRAM, *modules], extra)
                seconds, new = json.loads(answer.out)
                took.setdefault(who, []).append(seconds[-1] * 1000)
                if who == "jupyterlab-esap" and WHEN_USED.intersection(new):
                    print(f"Imported at the start: {', '.join(new)}", file=sys.stderr)
                    wrong = True
        for who, milliseconds in took.items():
            values = {"cpu_ms": median(milliseconds), "interval": interval(milliseconds)}
            figures.add(state, who, **values, ratio=median(milliseconds) / median(took["jupyterlab-esap"]))
        if state == "warm":
            figures.goal("G11", "import beyond pydantic", median(took["jupyterlab-esap"]), 20, "ms CPU")
            both = median(took["jupyterlab-esap"]) + median(took["pydantic alone"])
            figures.goal("G11", "import with pydantic", both, 20, "ms CPU")
    figures.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
