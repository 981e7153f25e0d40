"""An announcement, a poll and a draft: a class teacher and a parent, each in a browser of their own."""

from harness import shot
from playwright.sync_api import Page, expect
from test_day import enter


def open_families_chat(page: Page) -> str:
    page.goto("/chats")
    page.locator("ul.chats a").filter(has_text="родители").first.click()
    expect(page.locator("form.say")).to_be_visible()
    return page.url.split("?")[0]


def test_an_announcement_is_acknowledged_in_the_open_thread_and_counted_live(new_page, server):
    teacher, guardian = enter(new_page, server, "classTeacher"), enter(new_page, server, "guardian", viewport={"width": 360, "height": 740})
    # The parent may have children in several classes.
    place = open_families_chat(teacher)
    guardian.goto(place)

    teacher.goto(f"{place}/announce")
    teacher.locator("textarea[name=body]").fill("Собрание в четверг в 18:00")
    teacher.locator("main button.chief").click()
    expect(teacher.locator(".msg .part a").filter(has_text="Ознакомились 0 из")).to_be_visible()

    asked = guardian.locator(".msg").filter(has_text="Собрание в четверг")
    asked.locator(".part button").click()
    expect(asked.locator(".part .done")).to_contain_text("Вы ознакомились")
    shot(guardian, "announcement")
    teacher.goto(place)
    expect(teacher.locator(".msg .part a").filter(has_text="Ознакомились 1 из")).to_be_visible()
    teacher.locator(".msg .part a").filter(has_text="Ознакомились 1 из").click()
    shot(teacher, "receipts")
    teacher.goto(place)
    assert guardian.evaluate("document.documentElement.scrollWidth") <= 360

    teacher.goto(f"{place}/polls/new")
    teacher.locator("textarea[name=body]").fill("Куда поедем?")
    teacher.locator("textarea[name=options]").fill("В музей\nВ театр")
    teacher.locator("main button.chief").click()
    question = guardian.locator(".msg").filter(has_text="Куда поедем?")
    question.get_by_label("В театр").check()
    question.locator(".part button.chief").first.click()
    expect(question.locator(".bars .mine")).to_contain_text("В театр")
    answered = teacher.locator(".msg").filter(has_text="Куда поедем?")
    expect(answered.locator(".part")).to_contain_text("1 голос")
    shot(guardian, "poll")
    answered.locator(".part a").first.click()
    shot(teacher, "poll-results")


def test_a_draft_begun_on_the_phone_is_there_on_the_computer(new_page, server):
    phone, computer = (enter(new_page, server, "guardian") for _ in range(2))
    place = open_families_chat(phone)
    with phone.expect_response(lambda answer: answer.url.endswith("/draft")):
        phone.locator("form.say textarea").press_sequentially("Мы будем в")
    computer.goto(place)
    expect(computer.locator("form.say textarea")).to_have_value("Мы будем в")
