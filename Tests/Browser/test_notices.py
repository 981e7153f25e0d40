"""The site on a device: kept pages without a connection, what waits to be sent, a shared telephone, pushes, the cost of coming again."""

import base64
import json
import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from harness import axe, enter, look, shot, sign_in
from playwright.sync_api import Page, expect

READY = "() => navigator.serviceWorker.ready.then(() => true)"
CONTROLLED = "() => navigator.serviceWorker.controller !== null"


def settle(page: Page) -> None:
    """The worker is there, looks after this page, and has seen it."""
    page.evaluate(READY)
    page.wait_for_function(CONTROLLED)


def open_class_chat(page: Page) -> str:
    page.goto("/chats")
    page.locator("ul.chats a").filter(has_text="класс").first.click()
    expect(page.locator("form.say textarea")).to_be_visible()
    return page.url


def say(page: Page, text: str) -> None:
    page.locator("form.say textarea").fill(text)
    page.locator("form.say button.chief").click()


def kept(page: Page) -> list[str]:
    return page.evaluate(
        "async () => (await caches.has('pages')) ? (await (await caches.open('pages')).keys()).map(({ url }) => new URL(url).pathname) : []"
    )


def test_without_a_connection_the_last_seen_is_shown_and_what_is_written_is_sent_once(new_page, server):
    pupil, teacher = enter(new_page, server, "pupil"), enter(new_page, server, "classTeacher")
    settle(pupil)
    for path in ("/", "/diary"):
        pupil.goto(path)
    chat = open_class_chat(pupil)
    open_class_chat(teacher)
    heading = pupil.locator("h1").inner_text()

    pupil.context.set_offline(True)
    pupil.goto("/")
    status = pupil.locator("[data-kept]")
    expect(status).to_be_visible()
    expect(status).to_contain_text("Показано на")
    axe(pupil)
    shot(pupil, "offline-today")
    pupil.goto("/journal")
    expect(pupil.get_by_role("heading", level=1)).to_have_text("Нет связи")
    axe(pupil)
    shot(pupil, "offline-not-kept")
    pupil.goto(chat)
    expect(pupil.locator("h1")).to_have_text(heading)
    say(pupil, "написано без связи")
    expect(pupil.locator("li.msg[data-echo]")).to_have_count(1)
    pupil.reload()
    expect(pupil.locator("li.msg[data-echo]")).to_have_count(1)

    pupil.context.set_offline(False)
    expect(pupil.locator("li.msg[data-echo]")).to_have_count(0, timeout=40_000)
    expect(teacher.locator("li.msg p", has_text="написано без связи")).to_have_count(1)
    pupil.reload()
    teacher.reload()
    for page in (pupil, teacher):
        expect(page.locator("li.msg p", has_text="написано без связи")).to_have_count(1)
        expect(page.locator("[data-kept]")).to_have_count(0)


def test_what_a_closed_page_had_to_send_is_sent_by_the_worker_and_not_again_by_the_page(new_page, server):
    pupil, teacher = enter(new_page, server, "pupil"), enter(new_page, server, "classTeacher")
    settle(pupil)
    chat, context = open_class_chat(pupil), pupil.context
    open_class_chat(teacher)
    say(teacher, "кто дежурит?")
    pupil.locator("li.msg[data-seq]", has_text="кто дежурит?").locator("[data-more]").click()
    pupil.locator("dialog[open]").get_by_role("link", name="Ответить").click()
    context.set_offline(True)
    say(pupil, "ушло после закрытия")
    expect(pupil.locator("li.msg[data-echo]")).to_have_count(1)
    pupil.wait_for_function("async () => (await (await caches.open('waiting')).keys()).length === 1")
    other = context.new_page()
    session = context.new_cdp_session(other)
    registered = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: registered.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    pupil.close()
    context.set_offline(False)
    for each in [each for each in registered if each["scopeURL"].startswith(server.url)][-1:]:
        session.send(
            "ServiceWorker.dispatchSyncEvent",
            {"origin": server.url, "registrationId": each["registrationId"], "tag": "waiting", "lastChance": False},
        )
    assert registered, "the browser does not name its workers"
    expect(teacher.locator("li.msg p", has_text="ушло после закрытия")).to_have_count(1)
    other.goto(chat)
    expect(other.locator("li.msg[data-echo]")).to_have_count(0)
    expect(other.locator("li.msg p", has_text="ушло после закрытия")).to_have_count(1)
    teacher.reload()
    expect(teacher.locator("li.msg p", has_text="ушло после закрытия")).to_have_count(1)
    answer = teacher.locator("li.msg[data-seq]").filter(has=teacher.locator("p[dir]", has_text="ушло после закрытия"))
    expect(answer.locator(".quote")).to_contain_text("кто дежурит?")


def test_a_shared_device_keeps_nothing_of_who_was_there_before(new_page, server):
    page, guardian = enter(new_page, server, "pupil"), server.person("guardian")
    settle(page)
    for path in ("/", "/diary"):
        page.goto(path)
    page.wait_for_function("async () => (await (await caches.open('pages')).keys()).length >= 3")
    page.goto("/more")
    page.locator("form[action='/more/sign-out'] button").click()
    page.wait_for_url("**/sign-in")
    assert kept(page) == []
    page.context.set_offline(True)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Нет связи")
    page.context.set_offline(False)

    sign_in(page, guardian.login, guardian.password)
    page.goto("/diary")
    # The sign-in ends elsewhere; the next who asks is a stranger, then somebody else.
    page.context.clear_cookies()
    page.goto("/")
    page.wait_for_url("**/sign-in")
    assert kept(page) == []
    assert page.evaluate("async () => caches.has('waiting')") is False


class PushService(BaseHTTPRequestHandler):
    """A stand-in for a browser's push service."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.server.given.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        self.server.arrived.set()
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def push_service():
    service = ThreadingHTTPServer(("127.0.0.1", 0), PushService)
    service.given, service.arrived = [], threading.Event()
    threading.Thread(target=service.serve_forever, daemon=True).start()
    yield service
    service.shutdown()
    service.server_close()


def url64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


ADD = """async ({ endpoint, p256dh, auth }) => (await fetch("/more/notices/devices", { method: "POST",
    headers: { "Content-Type": "application/json", "X-Form-Token": document.body.dataset.formToken },
    body: JSON.stringify({ endpoint, p256dh, auth }) })).status"""


def test_a_push_is_opened_by_another_hand_and_holds_no_content(new_page, server, push_service):
    origin = f"http://127.0.0.1:{push_service.server_port}"
    server.settings = ["--push-hosts", origin]
    server.restart()
    page = enter(new_page, server, "guardian")
    page.goto("/more/notices")
    expect(page.locator("[data-on]")).to_be_visible()
    key, secret = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
    public = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    device = {"p256dh": url64(public), "auth": url64(secret)}
    assert page.evaluate(ADD, device | {"endpoint": "http://127.0.0.1:1/elsewhere"}) == 422
    assert page.evaluate(ADD, device | {"endpoint": origin + "/device"}) == 200
    page.reload()
    expect(page.locator("li[data-this]")).to_have_count(1)
    axe(page)
    shot(page, "notices-device")
    page.locator("form[action='/more/notices/trial'] button").click()
    expect(page.locator(".notice.good")).to_be_visible()
    assert push_service.arrived.wait(15), "no push came"
    headers, body = push_service.given[0]
    said = http_ece.decrypt(body, private_key=key, auth_secret=secret, version="aes128gcm").rstrip(b"\0")
    message = json.loads(said)
    assert (message["title"], message["body"]) == ("Звонок", "Есть новое")
    assert headers["Content-Encoding"] == "aes128gcm" and headers["Authorization"].startswith("vapid t=")
    page.goto(message["path"])
    page.wait_for_url("**/more/notices")
    page.locator("li[data-this] form button").click()
    expect(page.locator("li[data-this]")).to_have_count(0)


class Counter:
    """Counts what a server says to a browser, byte by byte."""

    def __init__(self, port: int):
        self.target, self.bytes = port, 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                near, _ = self.socket.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.target))
            threading.Thread(target=self._carry, args=(near, far, False), daemon=True).start()
            threading.Thread(target=self._carry, args=(far, near, True), daemon=True).start()

    def _carry(self, source, sink, is_counted):
        try:
            while data := source.recv(65536):
                self.bytes += len(data) if is_counted else 0
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def test_coming_again_costs_eight_kilobytes_at_most(new_page, server):
    counter, person = Counter(server.port), server.person("guardian")
    page = new_page(base_url=f"http://127.0.0.1:{counter.port}")
    sign_in(page, person.login, person.password)
    settle(page)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    before = counter.bytes
    page.goto("/more")
    page.goto("/")
    page.wait_for_load_state("networkidle")
    two = counter.bytes - before
    before = counter.bytes
    page.goto("/")
    page.wait_for_load_state("networkidle")
    once = counter.bytes - before
    print(f"«Сегодня» again: {once} bytes; «Ещё» and «Сегодня»: {two}")
    assert once <= 8 * 1024
    counter.socket.close()


def test_what_is_urgent_is_looked_over_sent_and_seen(new_page, server):
    office, guardian = (enter(new_page, server, role) for role in ("administrator", "guardian"))
    guardian.goto("/")
    office.goto("/more")
    office.get_by_role("link", name="Срочное уведомление").click()
    look(office, "urgent-form")
    office.locator("#words").fill("Завтра занятий нет: мороз.\nШкола открыта для тех, кому не с кем остаться.")
    office.locator("#to").select_option("classes")
    office.get_by_role("button", name="Посмотреть, кому придёт").click()
    office.locator("#reason").fill("За окном минус тридцать пять")
    office.get_by_role("button", name="Посмотреть, кому придёт").click()
    expect(office.locator("#classes-why")).to_be_visible()
    look(office, "urgent-refused")
    for box in office.locator("input[name='classes[]']").all():
        box.check()
    office.get_by_role("button", name="Посмотреть, кому придёт").click()
    expect(office.get_by_text("Уведомление получат")).to_be_visible()
    look(office, "urgent-preview")
    office.get_by_role("button", name="Изменить").click()
    expect(office.locator("#reason")).to_have_value("За окном минус тридцать пять")
    office.get_by_role("button", name="Посмотреть, кому придёт").click()
    office.get_by_role("button", name="Отправить сейчас").click()
    expect(office.get_by_text("Почему срочно")).to_be_visible()
    # The page that is open hears of it.
    expect(guardian.get_by_role("heading", name="Срочно")).to_be_visible()
    look(guardian, "urgent-today")
    guardian.get_by_role("button", name="Вижу").click()
    expect(guardian.get_by_role("heading", name="Срочно")).to_have_count(0)
    office.goto("/more/notices/urgent")
    expect(office.get_by_text("видели 1 из").first).to_be_visible()
    look(office, "urgent-sent")
