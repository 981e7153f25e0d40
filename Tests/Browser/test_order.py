"""The order of chats as people meet it: a report and what becomes of it, a look at a pupil's words, questions before rude ones, search, stock."""

import re

from harness import axe, enter, look, shot
from playwright.sync_api import Page, expect
from test_messages import do, line, open_class_chat, say

PHONE = {"viewport": {"width": 360, "height": 740}}


def open_families_chat(page: Page) -> Page:
    page.goto("/chats")
    page.locator("ul.chats a").filter(has_text="родители").first.click()
    expect(page.locator("form.say")).to_be_visible()
    return page


def families(new_page, server) -> tuple[Page, Page]:
    """A parent and the class teacher in one chat; the parent may have children in several classes."""
    guardian, teacher = enter(new_page, server, "guardian", **PHONE), open_families_chat(enter(new_page, server, "classTeacher", **PHONE))
    with guardian.expect_websocket():  # its script is there: the page itself sends, not the browser
        guardian.goto(teacher.url)
    return guardian, teacher


def write(page: Page, words: str) -> None:
    page.locator("#body").fill(words)
    page.locator("form.say button.chief").click()


def test_a_report_is_decided_with_a_reason_and_an_objection_lifts_it(new_page, server):
    pupil = open_class_chat(enter(new_page, server, "pupil", **PHONE))
    teacher, moderator = enter(new_page, server, "teacher", **PHONE), enter(new_page, server, "classTeacher", **PHONE)
    teacher.goto(pupil.url)
    say(teacher, "Кто не сдал тетради, останется после урока")
    sheet = do(pupil, "Кто не сдал")
    sheet.locator("summary", has_text="Пожаловаться").click()
    sheet.locator("select[name=cause]").select_option("insult")
    sheet.locator("input[name=note]").fill("Это обидно")
    axe(pupil)
    shot(pupil, "report-sheet")
    sheet.get_by_role("button", name="Пожаловаться").click()
    expect(pupil.locator("dialog[open]")).to_have_count(0)

    moderator.goto("/")
    moderator.get_by_role("link", name=re.compile("ждут вашего решения")).click()
    look(moderator, "moderation", **_size())
    moderator.locator(".lines a", has_text="Кто не сдал").click()
    expect(moderator.get_by_text("Это обидно")).to_be_visible()
    look(moderator, "moderation-case", **_size())
    moderator.get_by_label("Удалить сообщение").check()
    moderator.locator("input[name=reason]").fill("Так с классом не говорят")
    moderator.get_by_role("button", name="Решить").click()
    expect(line(pupil, "Кто не сдал")).to_have_count(0)
    expect(pupil.locator(".msg.gone").last).to_be_visible()

    pupil.goto("/chats/decisions")
    expect(pupil.locator("main")).to_contain_text("Так с классом не говорят")
    teacher.goto("/chats/decisions")
    expect(teacher.locator("main")).to_contain_text("Так с классом не говорят")
    teacher.locator("summary", has_text="Возразить").click()
    look(teacher, "decisions", **_size())
    teacher.locator("input[name=text]").fill("Это о дежурстве")
    teacher.get_by_role("button", name="Возразить").click()
    expect(teacher.locator("main")).to_contain_text("Возражение: Это о дежурстве")

    administrator = enter(new_page, server, "administrator", **PHONE)
    administrator.goto("/chats/moderation")
    appeal = administrator.locator("section.block", has_text="Это о дежурстве")
    look(administrator, "appeal", **_size())
    appeal.locator("input[name=text]").fill("Разобрались")
    appeal.get_by_role("button", name="Отменить решение").click()
    teacher.reload()
    expect(teacher.locator("main")).to_contain_text("Отменено")
    expect(teacher.locator("main")).to_contain_text("Ответ: Разобрались")


def test_where_words_of_pupils_are_looked_at_first_they_appear_once_they_were_let_pass(new_page, server):
    teacher, pupil = open_class_chat(enter(new_page, server, "classTeacher", **PHONE)), open_class_chat(enter(new_page, server, "pupil", **PHONE))
    teacher.goto(pupil.url)
    teacher.locator(".ways-of-chat summary").click()
    teacher.get_by_role("link", name="Порядок и правила").click()
    look(teacher, "chat-order", **_size())
    teacher.locator("input[name=premoderated]").check()
    teacher.locator("form[action$='/order'] button.chief").click()
    pupil.reload()
    write(pupil, "Можно прийти завтра пораньше?")
    expect(pupil.locator("[data-held]")).to_contain_text("на проверке")
    expect(pupil.locator("[data-held]")).to_contain_text("пораньше")
    expect(pupil.locator("[data-echo]")).to_have_count(0)
    look(pupil, "message-waits", **_size())
    write(pupil, "А можно не приходить?")
    expect(pupil.locator("[data-held]")).to_contain_text("не приходить")

    teacher.goto("/chats/moderation")
    asked = teacher.locator("section.block", has_text="пораньше")
    look(teacher, "moderation-waiting", **_size())
    asked.get_by_role("button", name="Опубликовать").click()
    expect(line(pupil, "пораньше")).to_be_visible()
    refused = teacher.locator("section.block", has_text="не приходить")
    refused.locator("summary").click()
    refused.locator("input[name=reason]").fill("Спросите маму")
    refused.locator("details button").click()
    pupil.reload()
    expect(pupil.locator("[data-held]")).to_contain_text("не опубликовано: Спросите маму")
    expect(line(pupil, "не приходить")).to_have_count(0)


def test_rude_words_are_asked_about_and_words_of_swindlers_are_pointed_out(new_page, server):
    guardian, teacher = families(new_page, server)
    write(guardian, "Кто это придумал, тот дебил")
    asked = guardian.locator("[data-echo]")
    expect(asked).to_contain_text("Похоже на оскорбление")
    look(guardian, "rude-asked", **_size())
    expect(line(teacher, "Кто это придумал")).to_have_count(0)
    asked.locator("[data-retry]").click()
    expect(line(teacher, "Кто это придумал")).to_be_visible()

    write(guardian, "Это банк, продиктуйте код из смс")
    expect(line(teacher, "Это банк").locator(".caution")).to_be_visible()
    look(teacher, "fraud-caution", **_size())


def test_a_rude_correction_is_asked_about_where_it_is_written_and_can_be_kept(new_page, server):
    guardian, teacher = families(new_page, server)
    say(guardian, "Кто это придумал?")
    sheet = do(guardian, "Кто это придумал?")
    form = sheet.locator("form[action$='/edit']")
    sheet.locator("summary", has_text="Изменить").click()
    form.locator("textarea").fill("Какой дебил это придумал?")
    form.locator("button.chief").click()
    expect(form.locator(".why")).to_contain_text("Похоже на оскорбление")
    expect(form.locator("textarea")).to_have_value("Какой дебил это придумал?")
    expect(form.locator("button.chief")).to_have_text("Отправить всё равно")
    look(guardian, "correction-asked", **_size())
    expect(line(teacher, "Какой дебил")).to_have_count(0)
    # Written otherwise it is asked about anew.
    form.locator("textarea").fill("Какой же дебил это придумал?")
    expect(form.locator("button.chief")).not_to_have_text("Отправить всё равно")
    form.locator("button.chief").click()
    expect(form.locator(".why")).to_contain_text("Похоже на оскорбление")
    form.locator("button.chief").click()
    expect(sheet).not_to_be_visible()
    expect(line(teacher, "Какой же дебил")).to_be_visible()


def test_an_answer_in_ones_own_words_is_asked_about_within_the_message(new_page, server):
    guardian, teacher = families(new_page, server)
    teacher.goto(f"{guardian.url}/polls/new")
    teacher.locator("textarea[name=body]").fill("Чего не хватает школе?")
    teacher.locator("input[name=kind][value=open]").check()
    paper = {"name": "План.txt", "mimeType": "text/plain", "buffer": "план школы".encode()}
    teacher.locator("input[name=files]").set_input_files(paper)
    teacher.locator("main form button.chief").click()
    question = guardian.locator(".msg").filter(has_text="Чего не хватает")
    expect(question.locator("a.paper")).to_contain_text("План.txt")
    form = question.locator(".part form")
    form.locator("textarea").fill("Не хватает дебила")
    form.locator("button.chief").click()
    expect(form.locator(".why")).to_contain_text("Похоже на оскорбление")
    expect(form.locator("button.chief")).to_have_text("Отправить всё равно")
    look(guardian, "answer-asked", **_size())
    form.locator("button.chief").click()
    expect(question.locator(".part .done").first).to_contain_text("Вы ответили")


def test_a_post_for_a_later_hour_keeps_its_files_until_they_are_taken_off(new_page, server):
    guardian, teacher = families(new_page, server)
    teacher.goto(f"{guardian.url}/later")
    form = teacher.locator("form[action$='/later']")
    form.locator("textarea").fill("Собираемся у входа")
    form.locator("input[name=due]").fill("2036-01-01T10:00")
    papers = [{"name": f"{name}.txt", "mimeType": "text/plain", "buffer": name.encode()} for name in ("Памятка", "Список")]
    form.locator("input[name=files]").set_input_files(papers)
    form.locator("button.chief").click()
    post = teacher.locator("details.fold", has_text="Собираемся у входа")
    post.locator("summary").click()
    expect(post.locator("a.paper")).to_have_count(2)
    look(teacher, "later-files", **_size())
    post.get_by_label("Памятка.txt").uncheck()
    post.get_by_role("button", name="Сохранить").click()
    post = teacher.locator("details.fold", has_text="Собираемся у входа")
    post.locator("summary").click()
    expect(post.locator("a.paper")).to_have_count(1)
    expect(post.locator("a.paper")).to_contain_text("Список.txt")


def test_a_message_is_found_by_any_form_of_a_word_and_its_place_is_a_tap_away(new_page, server):
    guardian, teacher = families(new_page, server)
    say(teacher, "Гербарии несём к четвергу")
    for number in range(12):
        say(teacher, f"Объявление {number}")
    guardian.goto("/chats")
    guardian.locator("form[action='/chats/search'] input[name=q]").fill("гербарий")
    guardian.locator("form[action='/chats/search'] button").click()
    expect(guardian.locator(".found mark").first).to_have_text("Гербарии")
    look(guardian, "search-found", **_size())
    guardian.locator(".found a", has_text="Гербарии несём").first.click()
    expect(line(guardian, "Гербарии несём")).to_be_in_viewport()


def test_a_department_keeps_a_post_and_a_class_teacher_sends_it_on_with_one_tap(new_page, server):
    curator, teacher = enter(new_page, server, "municipalCurator", **PHONE), enter(new_page, server, "classTeacher", **PHONE)
    curator.goto("/chats/stock")
    curator.locator("summary", has_text="Добавить").click()
    curator.locator("input[name=title]").fill("Безопасность на дороге")
    curator.locator("textarea[name=body]").fill("Напомните детям: со светоотражателем их видно за сто метров.")
    look(curator, "stock-kept", **_size())
    curator.locator("details button.chief").click()
    expect(curator.locator("main")).to_contain_text("Безопасность на дороге")

    teacher.goto("/chats/stock")
    teacher.locator("summary", has_text="Безопасность на дороге").click()
    look(teacher, "stock-offered", **_size())
    teacher.locator("details[open] button.chief").click()
    expect(line(teacher, "светоотражателем")).to_be_visible()
    curator.reload()
    expect(curator.locator("main li", has_text="Безопасность на дороге")).to_contain_text("1")


def test_a_poll_says_how_many_of_whom_have_answered(new_page, server):
    teacher, pupil = open_class_chat(enter(new_page, server, "classTeacher", **PHONE)), open_class_chat(enter(new_page, server, "pupil", **PHONE))
    teacher.goto(f"{pupil.url}/polls/new")
    look(teacher, "poll-new", **_size())
    teacher.locator("textarea[name=body]").fill("Какой дебил придумал контрольную?")
    teacher.locator("textarea[name=options]").fill("Никакой\nЭто полезно")
    teacher.locator("main form button.chief").click()
    expect(teacher.locator("[data-reason]")).to_contain_text("Похоже на оскорбление")
    look(teacher, "poll-asked", **_size())
    teacher.go_back()
    teacher.locator("textarea[name=body]").fill("Какую контрольную пишем первой?")
    teacher.locator("textarea[name=options]").fill("По химии\nПо физике")
    teacher.locator("main form button.chief").click()
    question = pupil.locator(".msg").filter(has_text="Какую контрольную")
    question.get_by_label("По физике").check()
    question.locator(".part button.chief").first.click()
    expect(question.locator(".bars .mine")).to_contain_text("По физике")
    asked = teacher.locator(".msg").filter(has_text="Какую контрольную")
    expect(asked.locator(".part")).to_contain_text("1 голос")
    asked.locator(".part a").first.click()
    expect(teacher.locator("main")).to_contain_text("до половины ещё")
    look(teacher, "poll-coverage", **_size())


def _size() -> dict:
    return {"width": 360, "height": 740}
