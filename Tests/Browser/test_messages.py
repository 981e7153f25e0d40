"""What is done with messages: three people in one chat see the same at once; without a script the same is done by pages."""

import re

from harness import axe, enter, shot
from playwright.sync_api import expect


def open_class_chat(page):
    page.goto("/chats")
    page.locator(".chats a", has_text="класс").first.click()
    page.wait_for_url(re.compile(r"/chats/\d+$"))
    return page


def say(page, words):
    page.locator("#body").fill(words)
    page.locator("form.say button.chief").click()
    expect(line(page, words)).to_have_count(1)


def line(page, words):
    """The message that says it, not one that answers it."""
    return page.locator(".msg[data-seq]").filter(has=page.locator("p[dir]", has_text=words))


def do(page, words):
    """Opens the sheet of what can be done with a message."""
    line(page, words).locator("[data-more]").click()
    sheet = page.locator("dialog[open]")
    expect(sheet.locator(".doing")).to_be_visible()
    return sheet


def test_what_one_does_with_a_message_all_see_at_once(new_page, server):
    teacher, pupil = open_class_chat(enter(new_page, server, "classTeacher")), open_class_chat(enter(new_page, server, "pupil"))
    assert teacher.url == pupil.url, "the first teacher and pupil of the demonstration are of one class"
    say(pupil, "Когда несём гербарий?")
    expect(line(teacher, "Когда несём")).to_be_visible()

    # An answer, with whom it answers.
    do(teacher, "Когда несём").get_by_role("link", name="Ответить").click()
    expect(teacher.locator("form.say .answer")).to_contain_text("Когда несём")
    say(teacher, "К четвергу")
    expect(line(pupil, "К четвергу").locator(".quote")).to_contain_text("Когда несём гербарий?")
    expect(teacher.locator("form.say .answer")).to_have_count(0)

    # A sign, put by the sheet and by a press on it.
    do(pupil, "К четвергу").locator("button[value='👍']").click()
    expect(line(teacher, "К четвергу").locator(".signs a")).to_have_text("👍 1")
    line(teacher, "К четвергу").locator(".signs a").click()
    expect(line(pupil, "К четвергу").locator(".signs a")).to_have_text("👍 2")
    expect(line(pupil, "К четвергу").locator(".signs a")).to_have_class("mine")

    # A correction.
    sheet = do(teacher, "К четвергу")
    shot(teacher, "message-sheet")
    axe(teacher)
    sheet.locator("summary", has_text="Изменить").click()
    sheet.locator("textarea").fill("К четвергу, до трёх часов")
    sheet.get_by_role("button", name="Сохранить").click()
    expect(line(pupil, "до трёх часов").locator("footer")).to_contain_text("изменено")
    expect(line(pupil, "до трёх часов").locator(".signs a")).to_have_text("👍 2")

    # At the head of the chat, and from there to the message.
    do(teacher, "до трёх часов").get_by_role("button", name="Закрепить").click()
    expect(pupil.locator(".pins")).to_contain_text("до трёх часов")
    shot(pupil, "chat-acts")
    axe(pupil)

    # A bookmark.
    do(pupil, "до трёх часов").get_by_role("button", name="В закладки").click()
    expect(pupil.locator("dialog[open]")).to_have_count(0)
    bookmarks = pupil.context.new_page()
    bookmarks.goto("/chats/kept")
    expect(bookmarks.locator(".lines")).to_contain_text("до трёх часов")
    axe(bookmarks)
    bookmarks.locator(".lines a").first.click()
    expect(line(bookmarks, "до трёх часов")).to_be_visible()

    # Taken back.
    sheet = do(pupil, "Когда несём")
    sheet.locator("summary", has_text="Удалить").click()
    sheet.get_by_role("button", name="Удалить").click()
    expect(teacher.locator(".msg.gone").last).to_contain_text("удалено автором")
    expect(line(teacher, "Когда несём")).to_have_count(0)


def test_what_was_missed_without_a_line_is_there_when_it_is_back(new_page, server):
    teacher, pupil = open_class_chat(enter(new_page, server, "classTeacher")), open_class_chat(enter(new_page, server, "pupil"))
    say(teacher, "Завтра поход")
    expect(line(pupil, "Завтра поход")).to_be_visible()
    pupil.context.set_offline(True)
    sheet = do(teacher, "Завтра поход")
    sheet.locator("summary", has_text="Изменить").click()
    sheet.locator("textarea").fill("Поход перенесён")
    sheet.get_by_role("button", name="Сохранить").click()
    expect(line(teacher, "Поход перенесён")).to_be_visible()
    say(teacher, "Возьмите обед")
    pupil.context.set_offline(False)
    server.restart()
    expect(line(pupil, "Возьмите обед")).to_have_count(1)
    expect(line(pupil, "Поход перенесён")).to_have_count(1)
    expect(line(pupil, "Завтра поход")).to_have_count(0)


MANY = 210  # more than one answer of the server holds
SEND_MANY = """async ([places, bodies, token]) => {
  for (const [number, place] of places.entries()) {
    const headers = { "Content-Type": "application/json", "X-Form-Token": token };
    const answer = await fetch(place, { method: "POST", headers, body: JSON.stringify(bodies[number]) });
    if (!answer.ok) throw new Error(`${place}: ${answer.status}`);
  }
}"""


def test_however_much_was_missed_it_is_all_there_when_the_line_is_back(new_page, server):
    teacher, pupil = open_class_chat(enter(new_page, server, "classTeacher")), open_class_chat(enter(new_page, server, "pupil"))
    token, place = teacher.locator("form.say input[name=formToken]").get_attribute("value"), teacher.url
    said = [{"clientID": f"many-changes-{number}", "body": f"номер {number}"} for number in range(MANY)]
    teacher.evaluate(SEND_MANY, [[f"{place}/messages"] * MANY, said, token])
    expect(line(pupil, f"номер {MANY - 1}")).to_be_visible()
    pupil.context.set_offline(True)
    last = int(line(pupil, f"номер {MANY - 1}").get_attribute("data-seq"))
    signs = [f"{place}/messages/{last - MANY + 1 + number}/signs" for number in range(MANY)]
    teacher.evaluate(SEND_MANY, [signs, [{"sign": "👍"}] * MANY, token])
    pupil.context.set_offline(False)
    server.restart()
    for number in (0, 100, MANY - 1):
        expect(line(pupil, re.compile(f"^номер {number}$")).locator(".signs a")).to_have_text("👍 1")


def test_without_a_script_pages_do_the_same(new_page, server):
    page = open_class_chat(enter(new_page, server, "classTeacher", java_script_enabled=False))
    say(page, "Собрание в шесть")
    line(page, "Собрание в шесть").locator(".more").click()
    page.wait_for_url(re.compile(r"/messages/\d+$"))
    shot(page, "message-page")
    page.locator("button[value='✅']").click()
    expect(line(page, "Собрание в шесть").locator(".signs a")).to_have_text("✅ 1")
    line(page, "Собрание в шесть").locator(".more").click()
    page.get_by_role("link", name="Ответить").click()
    expect(page.locator("form.say .answer")).to_contain_text("Собрание в шесть")
    page.locator("#body").fill("В кабинете 12")
    page.locator("form.say button.chief").click()
    expect(line(page, "В кабинете 12").locator(".quote")).to_contain_text("Собрание в шесть")


def test_a_formula_is_drawn_for_all_who_read_it_and_does_nothing_else(new_page, server):
    teacher, pupil = open_class_chat(enter(new_page, server, "classTeacher")), open_class_chat(enter(new_page, server, "pupil"))
    pupil.locator("#body").fill("Получилось $$\\frac{-b}{2a}$$, верно?")
    pupil.locator("form.say button.chief").click()
    for page in (teacher, pupil):
        drawn = page.locator(".msg[data-seq] p[dir]", has_text="Получилось").locator("math mfrac")
        expect(drawn).to_be_visible()
    pupil.locator("#body").fill("$$\nx^2 + y^2 = r^2\n$$\n$$\\href{javascript:alert(1)}{x}$$\n$$\\frac{$$")
    pupil.locator("form.say button.chief").click()
    last = teacher.locator(".msg[data-seq]").last
    expect(last.locator("math[display=block] msup").first).to_be_visible()
    expect(last.locator("a[href^='javascript']")).to_have_count(0)
    # What is no TeX stays as it was typed.
    expect(last.locator("code[data-drawn=no]")).to_have_text("\\frac{")
    shot(teacher, "formulas")
    axe(teacher)
    assert teacher.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
