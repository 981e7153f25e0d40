"""Files in a chat, by two people at once: pictures, papers, voice, over a line that breaks; without script as well."""

import re
import struct
import zlib

from harness import axe, enter, look, shot
from playwright.sync_api import expect


def open_class_chat(page):
    page.goto("/chats")
    page.locator(".chats a", has_text="класс").first.click()
    page.wait_for_url(re.compile(r"/chats/\d+$"))
    return page


def picture(width=640, height=480):
    """A PNG of a slope of colours: a picture that is seen, made of nothing."""
    rows = b"".join(b"\0" + bytes(v for x in range(width) for v in (x * 255 // width, y * 255 // height, 140)) for y in range(height))

    def part(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


def png(name, *size):
    return {"name": name, "mimeType": "image/png", "buffer": picture(*size)}


def text(name, size=400):
    return {"name": name, "mimeType": "text/plain", "buffer": ("урок " * (size // 9 + 1)).encode()[:size]}


def awake(page):
    """The script has put the microphone where the arrow was."""
    expect(page.locator("form.say .voice")).to_be_visible()


def test_two_people_exchange_pictures_papers_and_voice(new_page, server):
    teacher = open_class_chat(enter(new_page, server, "classTeacher"))
    pupil = open_class_chat(enter(new_page, server, "pupil", permissions=["microphone"]))
    assert teacher.url == pupil.url
    awake(teacher)

    # Several at once: chips with their progress, and only then the message.
    teacher.locator("#files").set_input_files([png("Маршрут.png"), png("Поляна.png", 480, 640), text("Список вещей.txt")])
    chips = teacher.locator(".chip")
    expect(chips).to_have_count(3)
    expect(teacher.locator(".chip[data-state=ready]")).to_have_count(3, timeout=30_000)
    shot(teacher, "attach-composer")
    axe(teacher)
    teacher.locator("#body").fill("К походу")
    teacher.locator("form.say button.chief").click()
    expect(chips).to_have_count(0)

    # The other sees it at once, with room for each picture before it has come.
    message = pupil.locator(".msg[data-seq]", has_text="К походу")
    expect(message.locator(".shot img")).to_have_count(2)
    image = message.locator(".shot img").first
    expect(image).to_have_attribute("alt", "Маршрут.png")
    assert image.get_attribute("width") and image.get_attribute("height")
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 0
    expect(message.locator("a.paper")).to_contain_text("Список вещей.txt")
    expect(message.locator("a.paper small")).to_have_text(re.compile(r"400\s"))
    with pupil.expect_download() as download:
        message.locator("a.paper").click()
    assert download.value.path().read_bytes() == text("")["buffer"]
    shot(pupil, "attach-thread")
    for width in (320, 360, 1280):
        pupil.set_viewport_size({"width": width, "height": 740})
        bubble, grid = message.bounding_box(), message.locator(".shots").bounding_box()
        assert bubble["x"] <= grid["x"] and grid["x"] + grid["width"] <= bubble["x"] + bubble["width"], f"pictures stand out of their message at {width}"
        # Nothing that is hidden takes room beside the field: it begins where the paper clip ends.
        field, clip = teacher.locator("#body").bounding_box(), teacher.locator("form.say label.tool").bounding_box()
        assert clip["x"] < 130 and 0 <= field["x"] - (clip["x"] + clip["width"]) < 20

    # Large, over the thread, by keys.
    message.locator(".shot").first.focus()
    pupil.keyboard.press("Enter")
    viewer = pupil.locator("dialog.viewer[open]")
    expect(viewer.locator("[data-name]")).to_have_text("Маршрут.png")
    axe(pupil)
    shot(pupil, "attach-viewer")
    pupil.keyboard.press("ArrowRight")
    expect(viewer.locator("[data-name]")).to_have_text("Поляна.png")
    pupil.keyboard.press("Escape")
    expect(viewer).to_have_count(0)

    # A voice: recorded, heard, sent, and heard by the other.
    pupil.locator("form.say .voice").click()
    expect(pupil.locator(".recording [role=timer]")).to_have_text(re.compile(r"0:0[3-9]"), timeout=15_000)
    shot(pupil, "attach-recording")
    pupil.get_by_role("button", name="Закончить запись").click()
    expect(pupil.locator(".recording audio")).to_be_visible()
    axe(pupil)
    shot(pupil, "attach-recorded")
    pupil.get_by_role("button", name="Отправить запись").click()
    sound = teacher.locator(".msg .sound").last
    expect(sound).to_be_visible(timeout=30_000)
    expect(sound.locator(".shape path")).to_have_count(1)
    played = sound.locator("audio").evaluate(
        """async (audio) => {
            audio.muted = true;
            await audio.play();
            await new Promise((done) => { audio.ontimeupdate = () => { if (audio.currentTime > 0.3) done(); }; });
            audio.pause();
            return [audio.currentTime, audio.duration];
        }"""
    )
    assert played[0] > 0.3 and 2.5 <= played[1] <= 12, played
    shot(teacher, "attach-voice")
    axe(teacher)
    look(pupil, "attach-chat")

    # All of it on the page of the chat's files.
    pupil.get_by_role("link", name="Файлы", exact=True).click()
    expect(pupil.locator(".shelf img")).to_have_count(2)
    look(pupil, "attach-shelf")
    pupil.locator(".shelf .shot").first.click()
    expect(pupil.locator("dialog.viewer[open]")).to_be_visible()
    pupil.keyboard.press("Escape")
    pupil.get_by_role("link", name="Файлы и голос").click()
    expect(pupil.locator(".lines a.paper")).to_have_count(1)
    expect(pupil.locator(".lines .sound")).to_have_count(1)
    look(pupil, "attach-papers")

    # What is deleted takes its files along.
    teacher.locator(".msg[data-seq]", has_text="К походу").locator("[data-more]").click()
    sheet = teacher.locator("dialog.sheet[open]")
    sheet.locator("summary", has_text="Удалить").click()
    sheet.get_by_role("button", name="Удалить").click()
    expect(teacher.locator(".msg.gone").last).to_contain_text("удалено автором")
    pupil.goto(pupil.url.split("?")[0])
    expect(pupil.locator(".empty")).to_be_visible()


def test_a_server_that_falls_keeps_neither_file_nor_message(new_page, server):
    teacher, pupil = open_class_chat(enter(new_page, server, "classTeacher")), open_class_chat(enter(new_page, server, "pupil"))
    awake(teacher)
    pieces = []

    def fall_once(route):
        if route.request.method == "PATCH":
            pieces.append(int(route.request.headers["upload-offset"]))
            if len(pieces) == 2:
                server.kill()
                return route.abort("connectionreset")
        return route.continue_()

    teacher.route("**/files/uploads/*", fall_once)
    teacher.locator("#files").set_input_files(text("Сочинение.txt", 3_000_000))
    teacher.locator("#body").fill("Прочитайте")
    teacher.locator("form.say button.chief").click()
    expect(teacher.locator(".say .note")).to_contain_text("уйдёт, когда загрузятся")
    expect(teacher.locator(".chip small")).to_contain_text("Нет связи", timeout=20_000)
    expect(teacher.locator("#body")).to_have_value("Прочитайте")
    server.start()
    message = pupil.locator(".msg[data-seq]", has_text="Прочитайте")
    expect(message).to_have_count(1, timeout=60_000)
    expect(message.locator("a.paper")).to_contain_text("Сочинение.txt")
    assert len(pieces) > 2 and pieces[2] >= pieces[1] > 0, "it went on from where it was"
    saved = pupil.request.get(message.locator("a.paper").get_attribute("href"))
    assert len(saved.body()) == 3_000_000
    expect(teacher.locator(".msg[data-seq]", has_text="Прочитайте")).to_have_count(1)
    expect(teacher.locator("#body")).to_have_value("")


def test_what_is_not_taken_is_said_before_it_goes_and_files_survive_a_reload(new_page, server):
    page = open_class_chat(enter(new_page, server, "pupil"))
    awake(page)
    sent = []
    page.on("request", lambda request: request.method == "POST" and request.url.endswith("/files") and sent.append(1))
    page.locator("#files").set_input_files([{"name": "игра.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}])
    expect(page.locator(".chip[data-state=failed]")).to_contain_text("Программы не принимаются")
    assert not sent
    page.locator("#body").fill("Вот")
    page.locator("form.say button.chief").click()
    expect(page.locator(".chip .off")).to_be_focused()
    page.locator(".chip .off").click()
    page.locator("#files").set_input_files(text("Доклад.txt"))
    expect(page.locator(".chip[data-state=ready]")).to_have_count(1, timeout=20_000)
    page.reload()
    expect(page.locator(".chip[data-state=ready]")).to_contain_text("Доклад.txt")
    page.locator("form.say button.chief").click()
    expect(page.locator(".msg[data-seq] a.paper", has_text="Доклад.txt")).to_have_count(1)
    # Dropped on the thread, and pasted.
    for kind in ("drop", "paste"):
        page.evaluate(
            """(kind) => {
                const data = new DataTransfer();
                data.items.add(new File(["слово"], `${kind}.txt`, { type: "text/plain" }));
                const target = kind === "drop" ? document.querySelector(".log") : document.querySelector("#body");
                const event = kind === "drop" ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
                    : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
                target.dispatchEvent(event);
            }""",
            kind,
        )
        expect(page.locator(".chip", has_text=f"{kind}.txt")).to_have_attribute("data-state", "ready", timeout=20_000)


def test_without_script_files_go_and_come_and_a_conversation_is_taken_out(new_page, server):
    page = open_class_chat(enter(new_page, server, "classTeacher", java_script_enabled=False, viewport={"width": 320, "height": 640}))
    page.locator("#files").set_input_files([png("Схема.png"), text("Условие.txt")])
    shot(page, "attach-plain")
    page.locator("form.say button.chief").click()
    message = page.locator(".msg[data-seq]", has=page.locator("a.paper", has_text="Условие.txt"))
    expect(message.locator(".shot img")).to_have_count(1)
    message.locator(".shot").click()
    page.wait_for_url(re.compile(r"/files/1/view$"))
    expect(page.locator(".large img")).to_have_attribute("alt", "Схема.png")
    shot(page, "attach-picture-page")
    page.get_by_role("link", name="К сообщению").click()
    page.get_by_role("link", name="Порядок").click()
    page.get_by_role("button", name="Выгрузить переписку").click()
    page.wait_for_url(re.compile(r"/chats/exports$"))
    ready = page.locator("a[download]")
    for _ in range(100):
        if ready.count():
            break
        page.wait_for_timeout(200)
        page.reload()
    shot(page, "attach-exports")
    archive = page.request.get(ready.get_attribute("href")).body()
    assert archive[:2] == b"PK" and "Условие.txt".encode() in archive
