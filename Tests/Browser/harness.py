"""The server as a process, its databases, and what every browser test does: sign in, look for barriers, take pictures."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
import urllib.error
import urllib.request
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
ZVONOK = ROOT / ".build/debug/zvonok"
PICTURES = ROOT / ".build-tools/pictures"
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
POSTGRES = dict(word.split("=", 1) for word in os.environ.get("TEST_POSTGRES", "").split())
# axe's "incomplete" findings (gradients, pictures behind text) are for a person to judge and are not asked for.
AXE_RUN = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"


class Person(NamedTuple):
    role: str
    login: str
    password: str


class Seed:
    """A small school made once: a data folder and, on PostgreSQL, a database to copy."""

    def __init__(self, kind: str, folder: Path):
        self.kind, self.folder, self.database = kind, folder, None
        if kind == "postgres":
            self.database = create_database("seed")
        said = zvonok("seed", "--data", folder, "--small", *database_option(self.database))
        lines = [line.split("\t") for line in said.splitlines()]
        self.people = [Person(*fields) for fields in lines if len(fields) == 3]
        assert self.people, f"`zvonok seed --small` names no one: lines of role, login and password with tabs between.\n{said}"

    def person(self, role: str) -> Person:
        found = [person for person in self.people if person.role == role]
        assert found, f"no {role} among {sorted({person.role for person in self.people})}"
        return found[0]


class Server:
    """`zvonok serve` on a copy of the seed; it can be killed and started again on its port."""

    def __init__(self, seed: Seed, folder: Path):
        self.seed, self.folder, self.database = seed, folder / "data", None
        self.log = folder / "server.log"
        self.port, self.process = 0, None
        self.settings: list[str] = []  # more of them, for the next start
        shutil.copytree(seed.folder, self.folder)
        if seed.database:
            self.database = create_database("run", template=seed.database)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def person(self, role: str) -> Person:
        return self.seed.person(role)

    def start(self, seconds: float = 20) -> None:
        command = [ZVONOK, "serve", "--data", self.folder, "--port", str(self.port), *database_option(self.database), *self.settings]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
        address_said = threading.Event()
        threading.Thread(target=self._listen, args=(self.process, address_said), daemon=True).start()
        until = time.monotonic() + seconds
        if not address_said.wait(seconds) or not self._ready(until):
            self.stop()
            raise AssertionError(f"the server did not start\n{self.last_words()}")

    def kill(self) -> None:
        """As a power cut would: nothing is said, nothing is finished."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def restart(self) -> None:
        self.kill()
        self.start()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def remove(self) -> None:
        if self.process:
            self.stop()
        if self.database:
            drop_database(self.database)

    def execute(self, statement: str) -> None:
        """In the server's database, past the product: makes what otherwise only time does."""
        if self.database:
            psql(statement, self.database)
        else:
            with closing(sqlite3.connect(self.folder / "zvonok.sqlite", timeout=10)) as database, database:
                database.execute(statement)

    def last_words(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-4000:]

    def _listen(self, process: subprocess.Popen, address_said: threading.Event) -> None:
        """Reads all the server prints, lest it wait for a full pipe; the first address is the one it serves on."""
        with process.stdout, self.log.open("ab") as log:
            for line in process.stdout:
                log.write(line)
                log.flush()
                address = re.search(rb"http://127\.0\.0\.1:(\d+)", line)
                if address and not address_said.is_set():
                    self.port = int(address[1])
                    address_said.set()
        address_said.set()  # it ended: there is nothing more to wait for

    def _ready(self, until: float) -> bool:
        pause = threading.Event()
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + "/health/ready", timeout=5) as answer:
                    return answer.status == 200
            except (urllib.error.URLError, OSError):
                pause.wait(0.02)
        return False


def zvonok(*arguments) -> str:
    done = subprocess.run([ZVONOK, *arguments], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=180)
    assert done.returncode == 0, f"zvonok {' '.join(map(str, arguments))} ended with {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


databases_made = 0


def create_database(name: str, template: str = "template0") -> str:
    global databases_made
    databases_made += 1
    database = f"browser_{name}_{os.getpid()}_{databases_made}"
    psql(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
    return database


def drop_database(database: str) -> None:
    psql(f'DROP DATABASE "{database}" WITH (FORCE)')


def psql(statement: str, database: str | None = None) -> None:
    place = " ".join(filter(None, [os.environ["TEST_POSTGRES"], database and f"dbname={database}"]))
    command = ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--command={statement}", place]
    subprocess.run(command, stdin=subprocess.DEVNULL, check=True, timeout=60)


def database_option(database: str | None) -> list[str]:
    if not database:
        return []
    return ["--database", f"postgresql://{POSTGRES['user']}@/{database}?host={quote(POSTGRES['host'], safe='')}"]


def sign_in(page: Page, login: str, password: str) -> None:
    page.goto("/sign-in")
    page.locator("input[name=login]").fill(login)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("/")


def enter(new_page, server: Server, role: str, **options) -> Page:
    """Another person's browser, signed in as one of the demonstration's people."""
    page, person = new_page(**options), server.person(role)
    sign_in(page, person.login, person.password)
    return page


def look(page: Page, name: str, width: int = 1280, height: int = 800) -> None:
    """No barriers, nothing wider than the narrowest telephone, and pictures to look at; leaves the page at the size that is named."""
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{name} scrolls sideways by {overflow} pixels at 320"
    page.set_viewport_size({"width": width, "height": height})
    shot(page, name)


def axe(page: Page) -> None:
    """Fails on what bars the way of a person with a disability."""
    # Under the page's own Content-Security-Policy: what the driver evaluates is not subject to it.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    barriers = [each for each in page.evaluate(AXE_RUN) if each["impact"] in ("serious", "critical")]
    assert not barriers, f"barriers at {page.url}\n" + "\n".join(map(_describe, barriers))


def _describe(violation: dict) -> str:
    lines = [f"{violation['impact']} {violation['id']}: {violation['help']}"]
    for node in violation["nodes"]:
        lines += [f"    {' '.join(map(str, node['target']))}    {node['html'][:200]}"]
        lines += [f"        {line}" for line in node.get("failureSummary", "").splitlines()]
    return "\n".join(lines)


def shot(page: Page, name: str) -> None:
    """Pictures for people to look at: a telephone and a desktop, by day and by night."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    for width, height in ((360, 740), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=PICTURES / f"{name}-{width}x{height}-{scheme}.png", animations="disabled")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(before)
