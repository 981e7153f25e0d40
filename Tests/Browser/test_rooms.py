"""Chats made by hand: a teacher gathers a group on a phone, a pupil finds it and leaves it."""

from harness import enter
from playwright.sync_api import Page, expect

PHONE = {"viewport": {"width": 360, "height": 740}}


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} is wider than the phone"


def test_a_teacher_gathers_a_group_and_a_pupil_leaves_it(new_page, server):
    teacher, pupil = enter(new_page, server, "classTeacher", **PHONE), enter(new_page, server, "pupil", **PHONE)
    teacher.goto("/chats")
    fits(teacher)
    teacher.locator("a[href='/chats/new']").click()
    fits(teacher)
    teacher.locator("#title").fill("Поход в музей")
    teacher.locator("form[action='/chats'] button.chief").click()
    expect(teacher.locator("input[name='member[]']").first).to_be_visible()
    fits(teacher)
    name = pupil.locator(".hat .small").inner_text().split("·")[1].split()[0]
    teacher.locator("#q").fill(name)
    teacher.locator("form[role=search] button").click()
    teacher.locator("input[name='member[]'][value$='-pupil']").first.check()
    teacher.locator("form[action$='/members'] button.chief").click()
    expect(teacher.locator("ul.lines").first).to_contain_text(name)
    fits(teacher)

    pupil.goto("/chats")
    pupil.get_by_text("Поход в музей").click()
    pupil.locator("header a[href$='/members']").click()
    fits(pupil)
    pupil.locator("summary", has_text="Выйти из чата").click()
    pupil.locator("form[action$='/leave'] button").click()
    expect(pupil.locator("h1")).to_have_text("Чаты")
    expect(pupil.get_by_text("Поход в музей")).to_have_count(0)


def test_two_colleagues_see_each_other_until_one_switches_it_off(new_page, server):
    teacher, office = enter(new_page, server, "classTeacher"), enter(new_page, server, "administrator", **PHONE)
    family = office.locator(".hat .small").inner_text().split("·")[1].split()[0]
    teacher.goto(f"/chats/new?q={family}")
    teacher.locator("ul.lines button", has_text="Написать").first.click()
    place = teacher.locator("[data-island='messaging/presence']")
    expect(place).to_have_text("")
    office.goto(teacher.url)
    for page in (teacher, office):
        expect(page.locator("[data-island='messaging/presence']")).to_contain_text("в сети")
    fits(office)
    office.goto("/chats/manner")
    office.locator("input[name=presence]").uncheck()
    fits(office)
    office.get_by_role("button", name="Сохранить").click()
    teacher.reload()
    expect(place).to_have_count(0)
