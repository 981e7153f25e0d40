"""Files in a chat, by two people at once: pictures, papers, voice, over a line that breaks; without script as well."""

import re
import struct
import subprocess
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


def film(folder, name):
    """Two seconds of a moving pattern."""
    place = folder / name
    make = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=320x240:rate=10:duration=2", "-pix_fmt", "yuv420p", "-y", place]
    subprocess.run(make, stdin=subprocess.DEVNULL, check=True, timeout=60)
    return {"name": name, "mimeType": "video/mp4", "buffer": place.read_bytes()}


def melody(name, seconds, pitch=440):
    """A sound that swells once a second."""
    rate = 8000
    samples = bytes(128 + int(90 * (at % rate) / rate) * (1 if at * 2 * pitch // rate % 2 else -1) for at in range(rate * seconds))
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(samples), b"WAVE", b"fmt ", 16, 1, 1, rate, rate, 1, 8, b"data", len(samples))
    return {"name": name, "mimeType": "audio/wav", "buffer": head + samples}


def send(page, files, words):
    """Files with words, once they have arrived."""
    page.locator("#files").set_input_files(files)
    expect(page.locator(".chip[data-state=ready]")).to_have_count(len(files), timeout=60_000)
    page.locator("#body").fill(words)
    page.locator("form.say button.chief").click()
    message = page.locator(".msg[data-seq]", has_text=words)
    expect(message).to_have_count(1, timeout=30_000)
    return message


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
    expect(pupil.locator(".recording .player")).to_be_visible()
    axe(pupil)
    shot(pupil, "attach-recorded")
    pupil.get_by_role("button", name="Отправить запись").click()
    sound = teacher.locator(".msg .sound").last
    expect(sound).to_be_visible(timeout=30_000)
    expect(sound.locator(".track .shape path")).to_have_count(2)
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


def test_films_play_among_the_pictures_by_keys_and_by_a_finger(new_page, server, tmp_path):
    page = open_class_chat(enter(new_page, server, "classTeacher", has_touch=True))
    awake(page)
    message = send(page, [png("Маршрут.png"), film(tmp_path, "Переход.mp4"), png("Поляна.png", 480, 640)], "Как это было")
    expect(message.locator(".shot")).to_have_count(3, timeout=60_000)
    expect(message.locator(".film small")).to_have_text("0:02")
    assert message.locator("video").count() == 0, "nothing of a film is fetched before it is wanted"
    shot(page, "film-thread")
    message.locator(".shot").first.click()
    viewer, name = page.locator("dialog.viewer[open]"), page.locator("dialog.viewer[open] [data-name]")
    video = viewer.locator("video")
    expect(name).to_have_text("Маршрут.png")
    page.keyboard.press("ArrowRight")
    expect(name).to_have_text("Переход.mp4")
    expect(video).to_have_js_property("paused", True)  # come upon on the way: it waits
    expect(viewer.locator("img")).to_be_hidden()
    axe(page)
    shot(page, "film-viewer")
    page.keyboard.press("ArrowRight")
    expect(name).to_have_text("Поляна.png")
    expect(video).to_have_count(0)
    expect(viewer.locator("img")).to_be_visible()
    swipe(page, 80)  # a finger to the right brings what is on the left
    expect(name).to_have_text("Переход.mp4")
    swipe(page, -20)
    expect(name).to_have_text("Переход.mp4")
    swipe(page, -80)
    expect(name).to_have_text("Поляна.png")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    # Pressed itself, it plays; closed, it is silent.
    message.locator(".film").click()
    expect(video).to_have_js_property("paused", False)
    expect(video).to_have_js_property("videoWidth", 320)
    page.keyboard.press("Escape")
    expect(page.locator("video")).to_have_count(0)
    expect(message.locator(".film")).to_be_focused()
    # On the page of files as well, and on its own page, which needs no script.
    href = message.locator(".film").get_attribute("href")
    page.goto(page.url.split("#")[0] + "/files")
    page.locator(".shelf .film").click()
    expect(video).to_have_js_property("paused", False)
    page.keyboard.press("Escape")
    look(page, "film-shelf")
    page.goto(href)
    expect(page.locator(".large video[controls]")).to_have_attribute("aria-label", "Переход.mp4")
    look(page, "film-page")
    page.get_by_role("link", name="Следующий").click()
    expect(page.locator(".large img")).to_have_attribute("alt", "Поляна.png")


def swipe(page, aside):
    page.locator("dialog.viewer[open]").evaluate(
        """(dialog, aside) => {
            const finger = (x) => new Touch({ identifier: 1, target: dialog, clientX: x, clientY: 300 });
            const from = finger(200), to = finger(200 + aside);
            dialog.dispatchEvent(new TouchEvent("touchstart", { touches: [from], changedTouches: [from], bubbles: true }));
            dialog.dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [to], bubbles: true }));
        }""",
        aside,
    )


def test_a_sound_is_sought_through_by_its_shape_and_heard_faster(new_page, server):
    page = open_class_chat(enter(new_page, server, "classTeacher"))
    awake(page)
    message = send(page, [melody("Гимн.wav", 8), melody("Вальс.wav", 40, 330)], "Послушайте")
    sounds = message.locator(".sound")
    expect(sounds.locator(".player")).to_have_count(2, timeout=60_000)
    hymn, waltz = sounds.nth(0), sounds.nth(1)
    place = hymn.get_by_role("slider", name="Место в записи")
    expect(place).to_have_attribute("aria-valuetext", "0:00 из 0:08")
    axe(page)
    # By keys before it has ever played: nothing but the place is asked for, and from there it goes on.
    place.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(place).to_have_attribute("aria-valuetext", "0:03 из 0:08")
    expect(hymn.locator("audio")).to_have_js_property("paused", True)
    shot(page, "sound-thread")
    hymn.get_by_role("button", name="Слушать").click()
    expect(hymn.get_by_role("button", name="Пауза")).to_be_visible()
    expect(place).to_have_attribute("aria-valuetext", re.compile(r"0:0[4-7] из 0:08"))
    # Faster, for both; what begins silences what was there.
    pace = hymn.locator(".pace")
    for words in ("1,5×", "2×"):
        pace.click()
        expect(pace).to_have_accessible_name(f"Скорость {words}")
    expect(hymn.locator("audio")).to_have_js_property("playbackRate", 2)
    expect(waltz.locator(".pace")).to_have_text("2×")
    waltz.get_by_role("button", name="Слушать").click()
    expect(waltz.locator("audio")).to_have_js_property("paused", False)
    expect(hymn.locator("audio")).to_have_js_property("paused", True)
    expect(hymn.get_by_role("button", name="Слушать")).to_be_visible()
    # Pressed on its shape, three quarters of the way; a long one goes by greater steps.
    track = waltz.locator(".track").bounding_box()
    assert track["height"] >= 44
    waltz.get_by_role("button", name="Пауза").click()
    page.mouse.click(track["x"] + track["width"] * 0.75, track["y"] + track["height"] / 2)
    expect(waltz.get_by_role("slider")).to_have_attribute("aria-valuetext", re.compile(r"0:(29|3[01]) из 0:40"))
    waltz.get_by_role("slider").press("End")
    waltz.get_by_role("slider").press("ArrowLeft")
    expect(waltz.get_by_role("slider")).to_have_attribute("aria-valuetext", "0:35 из 0:40")
    look(page, "sound-chat")
    page.goto(page.url.split("#")[0] + "/files?part=papers")
    expect(page.locator(".lines .player")).to_have_count(2)
    look(page, "sound-shelf")
    # Without script the browser plays it.
    plain = open_class_chat(enter(new_page, server, "pupil", java_script_enabled=False))
    expect(plain.locator(".sound audio[controls]")).to_have_count(2)
    expect(plain.locator(".player")).to_have_count(0)


def test_the_head_of_a_chat_is_one_line_on_a_telephone(new_page, server):
    for script in (True, False):
        page = open_class_chat(enter(new_page, server, "classTeacher", viewport={"width": 360, "height": 740}, java_script_enabled=script))
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 740})
            head = page.locator(".thread .head")
            assert head.bounding_box()["height"] <= 60 and head.locator("p").bounding_box()["height"] <= 20
        page.locator(".ways-of-chat summary").click()
        ways = page.locator(".ways-of-chat ul a")
        expect(ways).to_have_text(["Поиск по сообщениям", "Файлы чата", "Порядок и правила", "Объявление и другое"])
        for way in ways.all():
            box = way.bounding_box()
            assert box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 360
        shot(page, f"chat-head-{'script' if script else 'plain'}")
        if script:
            axe(page)
            page.keyboard.press("Escape")
            expect(ways.first).to_be_hidden()
            expect(page.locator(".ways-of-chat summary")).to_be_focused()
            page.locator(".ways-of-chat summary").click()
            page.locator(".log").click(position={"x": 10, "y": 200})
            expect(ways.first).to_be_hidden()
            page.set_viewport_size({"width": 1280, "height": 800})
            expect(page.locator(".ways-of-chat")).to_be_hidden()
            expect(page.get_by_role("link", name="Порядок и правила")).to_be_visible()
        else:
            ways.filter(has_text="Порядок").click()
            page.wait_for_url(re.compile(r"/order$"))


def test_words_do_not_leave_before_the_files_chosen_for_them_are_taken_up(new_page, server):
    page = open_class_chat(enter(new_page, server, "pupil"))
    awake(page)
    page.locator("#body").fill("Сдаю сочинение")
    # The script that takes files up is fetched with the first of them: the button is quicker.
    page.locator("#files").set_input_files(text("Сочинение.txt", 2_000))
    page.locator("form.say button.chief").click()
    message = page.locator(".msg[data-seq]", has_text="Сдаю сочинение")
    expect(message.locator("a.paper")).to_contain_text("Сочинение.txt")
    expect(message).to_have_count(1)
    expect(page.locator("#body")).to_have_value("")


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
    page.locator(".ways-of-chat summary").click()
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
