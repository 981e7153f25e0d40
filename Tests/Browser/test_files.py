"""Files on their way: in pieces, over a broken line, without script, by voice."""

import re

import harness
from harness import axe, shot
from playwright.sync_api import expect


def enter(new_page, server, role, **options):
    page = harness.enter(new_page, server, role, **options)
    page.goto("/files")
    return page


def given(name, size, mime="text/plain"):
    return {"name": name, "mimeType": mime, "buffer": ("урок " * (size // 9 + 1)).encode()[:size]}


def test_a_file_goes_in_pieces_and_over_a_line_that_breaks(new_page, server):
    page = enter(new_page, server, "teacher")
    expect(page.locator("[data-record]")).to_be_visible()  # the script is awake
    broken = []

    def break_once(route):
        if route.request.method == "PATCH" and len(broken) < 2:
            broken.append(route.request.headers["upload-offset"])
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/files/uploads/*", break_once)
    page.locator("#file").set_input_files(given("Конспект.txt", 1_500_000))
    page.get_by_role("button", name="Отправить").click()
    line = page.locator("[data-files-list] li", has_text="Конспект.txt")
    expect(line).to_contain_text("документ ·", timeout=20_000)
    assert len(broken) == 2
    saved = page.request.get(line.locator("a").get_attribute("href"))
    assert len(saved.body()) == 1_500_000
    axe(page)
    shot(page, "files")
    line.get_by_role("button", name="Удалить").click()
    expect(page.locator("[data-files-list] .empty")).to_be_visible()


def test_after_a_reload_the_same_file_goes_on_where_it_was(new_page, server, tmp_path):
    place = tmp_path / "Доклад.txt"
    place.write_bytes(given("", 3_000_000)["buffer"])
    page = enter(new_page, server, "teacher")
    sent = []
    page.on("request", lambda request: request.method == "PATCH" and sent.append(int(request.headers["upload-offset"])))
    expect(page.locator("[data-record]")).to_be_visible()
    tried = []

    def cut(route):
        """The line breaks after the first piece, whatever the order in which requests are told of."""
        if route.request.method == "PATCH":
            tried.append(route.request.url)
        route.abort() if len(tried) > 1 else route.continue_()

    page.route("**/files/uploads/*", cut)
    page.locator("#file").set_input_files(place)
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator("[data-uploads]")).to_contain_text("Нет связи")
    page.unroute("**/files/uploads/*")
    page.on("dialog", lambda dialog: dialog.accept())
    reached = sent[-1]
    sent.clear()
    page.goto("/files")
    expect(page.locator("[data-record]")).to_be_visible()
    page.locator("#file").set_input_files(place)
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator("[data-files-list] li", has_text="Доклад.txt").first).to_contain_text("документ ·", timeout=20_000)
    assert reached > 0 and sent[0] == reached


def test_what_is_not_taken_is_told_in_words(new_page, server, tmp_path):
    page = enter(new_page, server, "pupil")
    expect(page.locator("[data-record]")).to_be_visible()
    page.locator("#file").set_input_files({"name": "игра.exe", "mimeType": "image/png", "buffer": b"MZ" + bytes(500)})
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator("[data-uploads]")).to_contain_text("программы не принимаются")
    large = tmp_path / "большой.txt"
    large.write_bytes(bytes(21 << 20))
    page.locator("#file").set_input_files(large)
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator("[data-uploads]")).to_contain_text("Файл больше 20 МБ")


def test_without_script_a_form_sends_it(new_page, server):
    page = enter(new_page, server, "guardian", java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.locator("#file").set_input_files(given("Записка.txt", 900))
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator("[data-files-list] li")).to_contain_text("Записка.txt")


def test_a_voice_is_recorded_heard_and_sent(new_page, server):
    page = enter(new_page, server, "pupil", permissions=["microphone"])
    page.get_by_role("button", name="Записать голос").click()
    expect(page.locator("[data-recording] span")).to_have_text(re.compile(r"0:0[2-9]"))
    page.get_by_role("button", name="Закончить запись").click()
    expect(page.locator("[data-recording] svg rect")).to_have_count(64)
    axe(page)
    page.get_by_role("button", name="Отправить запись").click()
    expect(page.locator("[data-files-list] li")).to_contain_text("звук", timeout=30_000)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0


def test_the_office_sets_what_may_be_sent(new_page, server):
    page = enter(new_page, server, "administrator")
    page.goto("/files/rules")
    axe(page)
    page.locator("#pupil-largest").fill("5")
    page.locator("form", has=page.locator("#pupil-largest")).get_by_role("button", name="Сохранить").click()
    expect(page.locator("#pupil-largest")).to_have_value("5")
    shot(page, "files-rules")
