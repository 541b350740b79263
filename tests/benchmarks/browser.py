"""How many epochs per second TensorFlow Playground's own page reaches, in an installed Chromium."""

from __future__ import annotations

import subprocess
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from trainees import NotMeasuredError

WAIT = 60.0
SETTLE_MS, COUNT_MS = 3000, 6000

_SCRIPT = f"""<script>
addEventListener("load", () => {{
  const epoch = () => Number(document.getElementById("iter-number").textContent.replace(/,/g, ""));
  setTimeout(() => document.getElementById("play-pause-button").click(), 1000);
  setTimeout(() => {{
    const first = epoch(), begin = performance.now();
    setTimeout(() => {{
      fetch("/found?epochs=" + 1000 * (epoch() - first) / (performance.now() - begin));
    }}, {COUNT_MS});
  }}, {SETTLE_MS});
}});
</script>"""

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1440,900",
)


def page_epochs(browser: str | None, checkout: Path | None) -> float:
    """Open the page on its default data and network, run it, and return its epochs per second.

    Raises
    ------
    NotMeasuredError
        If there is no browser, or the checkout's page has not been built.
    """
    if browser is None:
        raise NotMeasuredError("--browser names no Chromium")
    if checkout is None or not (checkout / "dist" / "bundle.js").is_file():
        raise NotMeasuredError("the checkout has no dist/bundle.js: npm install, npm run build")
    found: Queue[float] = Queue()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Page, found, directory=str(checkout / "dist")))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            address = f"http://127.0.0.1:{server.server_address[1]}/"
            command = [browser, "--headless=new", *FLAGS, f"--user-data-dir={folder}", address]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                return found.get(timeout=WAIT)
            except Empty:
                raise NotMeasuredError(f"the page reported nothing within {WAIT:.0f} s") from None
            finally:
                process.terminate()
                process.wait()
    finally:
        server.shutdown()
        server.server_close()


class _Page(SimpleHTTPRequestHandler):
    """Serves the page, with a script that runs it and reports what it found."""

    def __init__(self, found: Queue[float], *arguments: object, directory: str) -> None:
        self._found = found
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request."""
        asked = urlsplit(self.path)
        if asked.path == "/found":
            self._found.put(float(parse_qs(asked.query)["epochs"][0]))
            self.send_response(204)
            self.end_headers()
        elif asked.path == "/":
            page = (
                Path(self.directory, "index.html").read_text(encoding="utf-8").replace("</body>", f"{_SCRIPT}</body>")
            )
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())
        else:
            super().do_GET()

    def log_message(self, *message: object) -> None:
        """Log nothing."""
