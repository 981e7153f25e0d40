"""What a browser test asks for: `server` (on each database), `page` (signed out, at that server), `browser`."""

import os
import shutil

import pytest
from harness import POSTGRES, Seed, Server, drop_database
from playwright.sync_api import expect, sync_playwright

PATIENCE = 10_000  # milliseconds for anything a page is expected to do
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session", params=["sqlite", "postgres"] if POSTGRES else ["sqlite"])
def seed(request, tmp_path_factory):
    seed = Seed(request.param, tmp_path_factory.mktemp(f"seed-{request.param}"))
    yield seed
    if seed.database:
        drop_database(seed.database)


@pytest.fixture
def server(seed, tmp_path):
    server = Server(seed, tmp_path)
    try:
        server.start()
        yield server
    finally:
        server.remove()
        print(server.last_words())  # pytest shows it with a failure
        shutil.rmtree(server.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def browser():
    arguments = ["--disable-dev-shm-usage", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments, timeout=60_000)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser, server):
    """Opens another person's browser: cookies of its own. What breaks in a script or against the page's policy fails the test."""
    contexts, broken = [], []

    def note_console(message):
        if message.type == "error" and "Content Security Policy" in message.text:
            broken.append(message.text)

    def open_page(**options):
        context = browser.new_context(**{"base_url": server.url, "locale": "ru-RU", "color_scheme": "light"} | options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", note_console)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not broken, "\n".join(broken)


@pytest.fixture
def page(new_page):
    return new_page()
