"""One school's day: a teacher, a pupil and a guardian, each in a browser of their own, and a server that is killed in the middle."""

import re

from harness import enter
from playwright.sync_api import Locator, Page, expect


def open_lesson_now(teacher: Page) -> None:
    teacher.goto("/")
    teacher.locator("ol.timeline a[aria-current=time]").click()
    expect(teacher.locator("output.save")).to_be_visible()


def open_diary(page: Page) -> str:
    """The open week's child, by number."""
    page.goto("/diary")
    path = page.locator("[data-island='journal/diary']").get_attribute("data-path")
    return re.search(r"/diary/(\d+)", path)[1]


def row(teacher: Page, pupil: str) -> Locator:
    return teacher.locator(f".roster > li[data-pupil='{pupil}']")


def expect_saved(teacher: Page) -> None:
    expect(teacher.locator("output.save")).to_have_attribute("data-state", "saved")


def today(page: Page, subject: str) -> Locator:
    return page.locator("section.day.today li").filter(has=page.locator("b", has_text=subject)).first


def subject_of(teacher: Page) -> str:
    return teacher.locator("h1").inner_text().split("·")[1].strip()


def test_marks_absences_topic_and_homework_reach_the_open_diaries(new_page, server):
    teacher, pupil, guardian = (enter(new_page, server, role) for role in ("teacher", "pupil", "guardian"))
    child = open_diary(pupil)
    guardian.goto(f"/diary/{child}")
    open_lesson_now(teacher)
    subject = subject_of(teacher)

    row(teacher, child).locator("input.mark").focus()
    teacher.keyboard.press("5")
    expect_saved(teacher)
    for diary in (pupil, guardian):
        expect(today(diary, subject).locator(".m")).to_contain_text("5")

    teacher.keyboard.press("4")
    expect_saved(teacher)
    for diary in (pupil, guardian):
        expect(today(diary, subject).locator(".m")).to_contain_text("4")
    teacher.keyboard.press("Control+z")
    expect_saved(teacher)
    for diary in (pupil, guardian):
        expect(today(diary, subject).locator(".m")).to_contain_text("5")

    teacher.keyboard.press("Delete")
    expect(today(pupil, subject).locator(".m")).to_have_count(0)
    row(teacher, child).locator("[data-code=late]").click()
    expect_saved(teacher)
    expect(today(guardian, subject).locator("abbr.a")).to_have_text("о")

    teacher.locator("#topic").fill("Повторение пройденного")
    expect_saved(teacher)
    expect(today(guardian, subject)).to_contain_text("Повторение пройденного")
    teacher.locator("#homework").fill("§ 12, упражнение 8")
    expect_saved(teacher)
    teacher.reload()
    expect(teacher.locator("#topic")).to_have_value("Повторение пройденного")
    expect(teacher.locator("#homework")).to_have_value("§ 12, упражнение 8")


def test_keys_walk_the_roster(new_page, server):
    teacher = enter(new_page, server, "teacher")
    open_lesson_now(teacher)
    fields = teacher.locator(".roster input.mark")
    fields.first.focus()
    teacher.keyboard.press("3")
    teacher.keyboard.press("ArrowDown")
    teacher.keyboard.press("4")
    teacher.keyboard.press("ArrowDown")
    teacher.keyboard.press("KeyY")
    expect_saved(teacher)
    teacher.reload()
    expect(fields.nth(0)).to_have_value("3")
    expect(fields.nth(1)).to_have_value("4")
    expect(teacher.locator(".roster > li").nth(2).locator("[data-code=absent]")).to_have_attribute("aria-pressed", "true")


def open_class_chat(page: Page) -> None:
    page.goto("/chats")
    page.locator("ul.chats a").filter(has_text="класс").first.click()
    expect(page.locator("form.say textarea")).to_be_visible()


def say(page: Page, text: str) -> None:
    page.locator("form.say textarea").fill(text)
    page.locator("form.say button.chief").click()


def bodies(page: Page) -> list[str]:
    return page.locator("li.msg:not([data-echo]) p").all_inner_texts()


def test_the_class_chat_goes_both_ways(new_page, server):
    teacher, pupil = enter(new_page, server, "classTeacher"), enter(new_page, server, "pupil")
    open_class_chat(teacher)
    open_class_chat(pupil)
    say(teacher, "Завтра контрольная <b>работа</b>")
    expect(pupil.locator("li.msg p", has_text="Завтра контрольная <b>работа</b>")).to_have_count(1)
    say(pupil, "Хорошо, спасибо")
    expect(teacher.locator("li.msg p", has_text="Хорошо, спасибо")).to_have_count(1)
    for page in (teacher, pupil):
        assert bodies(page)[-2:] == ["Завтра контрольная <b>работа</b>", "Хорошо, спасибо"]


def test_nothing_shown_as_saved_or_sent_is_missing_or_doubled_after_a_power_cut(new_page, server):
    teacher, pupil, guardian = enter(new_page, server, "teacher"), enter(new_page, server, "pupil"), enter(new_page, server, "guardian")
    child = open_diary(pupil)
    guardian.goto(f"/diary/{child}")
    open_lesson_now(teacher)
    subject = subject_of(teacher)
    chatter = enter(new_page, server, "classTeacher")
    open_class_chat(chatter)
    open_class_chat(pupil)

    fields = teacher.locator(".roster input.mark")
    count = min(fields.count(), 8)
    sent = []
    for round_number in range(2):
        for place in range(count):
            fields.nth(place).focus()
            teacher.keyboard.press(str(2 + (place + round_number) % 4))
            text = f"сообщение {round_number}-{place}"
            say(chatter, text)
            sent.append(text)
            if place == count // 2:
                server.kill()  # some of it is on its way, some is not yet
        expect(teacher.locator("output.save")).not_to_have_attribute("data-state", "saved")
        server.start()
        teacher.locator("output.save[data-state=saved]").wait_for(timeout=40_000)
        expect(chatter.locator("li.msg[data-echo]")).to_have_count(0, timeout=40_000)

    teacher.reload()
    for place in range(count):
        expect(fields.nth(place)).to_have_value(str(2 + (place + 1) % 4))
    expect(pupil.locator("li.msg p", has_text=sent[-1])).to_have_count(1, timeout=40_000)
    for page in (chatter, pupil):
        page.reload()
        assert [text for text in bodies(page) if text.startswith("сообщение")] == sent
    mark = row(teacher, child).locator("input.mark").input_value()
    guardian.goto(f"/diary/{child}")
    if mark:
        expect(today(guardian, subject).locator(".m")).to_contain_text(mark)
