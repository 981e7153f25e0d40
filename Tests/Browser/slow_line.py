"""First and repeated visits over a satellite line (`slow_proxy.py`): `./dev bench slow`.

Prints seconds from the address to readable text, median and worst of several visits; then sends messages and counts them.
"""

import asyncio
import statistics
import sys
import threading
import time

from playwright.sync_api import expect, sync_playwright
from slow_proxy import Line

VISITS = 7
PATIENCE = 60_000  # milliseconds; a lost packet at the wrong moment costs seconds


def seconds(work) -> float:
    start = time.monotonic()
    work()
    return time.monotonic() - start


def lay(port: int) -> str:
    """The line to a server on this machine, in a thread of its own; its address."""
    laid, addresses = threading.Event(), []

    async def run():
        server = await Line("127.0.0.1", port).serve(0)
        addresses.append(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        laid.set()
        await server.serve_forever()

    threading.Thread(target=lambda: asyncio.run(run()), daemon=True).start()
    laid.wait()
    return addresses[0]


def report(what: str, times: list[float]) -> None:
    print(f"slow line, {what}: median {statistics.median(times):.1f} s, worst {max(times):.1f} s of {len(times)}", flush=True)


def sign_in(page, login: str, password: str) -> None:
    page.goto("/sign-in")
    page.locator("input[name=login]").fill(login)
    page.locator("input[name=password]").fill(password)
    page.locator("button.chief").click()
    expect(page.locator("nav.places")).to_be_visible()


def readable(page, path: str) -> None:
    """The page's own words are on the screen; what else it wants may still be coming."""
    page.goto(path, wait_until="commit")
    expect(page.locator("main h1")).to_be_visible()


def visits(browser, url: str, state: dict, path: str) -> None:
    cold, warm = [], []
    for _ in range(VISITS):
        with browser.new_context(base_url=url, locale="ru-RU", storage_state=state) as context:
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            cold.append(seconds(lambda: readable(page, path)))
            page.wait_for_load_state("load")
            page.goto("about:blank")
            warm.append(seconds(lambda: readable(page, path)))
    report(f"{path} first visit", cold)
    report(f"{path} again", warm)


def messages(browser, url: str, state: dict) -> None:
    with browser.new_context(base_url=url, locale="ru-RU", storage_state=state) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto("/chats")
        page.locator("main a", has_text="родители").first.click()
        expect(page.locator("textarea")).to_be_visible()
        page.wait_for_load_state("load")
        times = [seconds(lambda: send(page, f"Проверка медленной связи {number}")) for number in range(VISITS)]
        report("a message, from the button to saved", times)
        page.reload()
        texts = page.locator("li.msg[data-seq]", has_text="Проверка медленной связи").all_inner_texts()
        numbers = sorted(int(text.split("связи ")[1].split()[0]) for text in texts)
        assert numbers == list(range(VISITS)), f"lost or doubled: {numbers}"
        print("slow line, messages: each there once", flush=True)


def send(page, words: str) -> None:
    page.locator("textarea").fill(words)
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator("li.msg[data-seq]", has_text=words)).to_be_visible()


def main(port: str, login: str, password: str) -> None:
    url = lay(int(port))
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        with browser.new_context(base_url=url, locale="ru-RU") as context:
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            report("from the address to signed in, first visit", [seconds(lambda: sign_in(page, login, password))])
            state = context.storage_state()
        for path in ["/", "/diary", "/chats"]:
            visits(browser, url, state, path)
        messages(browser, url, state)
        browser.close()


main(*sys.argv[1:])
