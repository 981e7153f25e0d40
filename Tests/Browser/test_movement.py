"""Bells, orders of a later day and the reminder to come in, as the administrator meets them on a phone and on a desktop."""

from datetime import date, timedelta

from harness import enter, look
from playwright.sync_api import expect


def test_bells_are_read_and_set(new_page, server):
    page = enter(new_page, server, "administrator")
    page.goto("/school")
    page.get_by_role("link", name="Звонки").first.click()
    look(page, "bells")
    page.get_by_role("link", name="Добавить расписание звонков").click()
    page.fill("[name=name]", "Короткий день")
    page.check("[name=weekday-7]")
    page.fill("[name=starts-1]", "05:00")
    page.fill("[name=ends-1]", "05:30")
    page.fill("[name=starts-2]", "05:20")
    page.fill("[name=ends-2]", "05:50")
    page.get_by_role("button", name="Показать, что изменится").click()
    expect(page.locator("#starts-2-why")).to_be_visible()
    look(page, "bells-mistake")
    page.fill("[name=starts-2]", "05:40")
    page.fill("[name=ends-2]", "06:10")
    page.get_by_role("button", name="Показать, что изменится").click()
    look(page, "bells-preview")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Короткий день").first).to_be_visible()
    expect(page.get_by_text("10 мин").first).to_be_visible()


def test_a_transfer_of_a_later_day_is_planned_and_called_off(new_page, server):
    page = enter(new_page, server, "administrator")
    page.goto("/school")
    card = page.locator("a[href^='/school/classes/']").first.get_attribute("href")
    page.goto(card.replace("/school/", "/movement/"))
    page.locator("input[name='pupil[]']").first.check()
    page.select_option("[name=act]", "transfer")
    page.locator("[name=class]").select_option(index=1)
    page.fill("[name=day]", (date.today() + timedelta(days=3)).isoformat())
    page.fill("[name=order]", "25")
    page.get_by_role("button", name="Показать").click()
    expect(page.get_by_role("button", name="Запланировать")).to_be_visible()
    look(page, "movement-plan")
    page.get_by_role("button", name="Запланировать").click()
    expect(page.get_by_role("heading", name="Запланировано")).to_be_visible()
    look(page, "movement-planned")
    page.get_by_role("button", name="Снять").click()
    expect(page.get_by_role("heading", name="Запланировано")).to_have_count(0)
    page.goto("/movement/tasks")
    look(page, "movement-tasks")


def test_a_class_is_reminded(new_page, server):
    page = enter(new_page, server, "administrator")
    page.goto("/codes")
    for link in [link.get_attribute("href") for link in page.locator("a[href^='/codes/classes/']").all()]:
        page.goto(link)
        if page.get_by_role("button", name="Напомнить тем, кто не пришёл").count():
            break
    page.get_by_role("button", name="Напомнить тем, кто не пришёл").click()
    expect(page.get_by_text("Задача классному руководителю")).to_be_visible()
    expect(page.get_by_role("button", name="Напомнить тем, кто не пришёл")).to_have_count(0)
    look(page, "reminder")
    page.get_by_role("link", name="Полоски-напоминания").click()
    look(page, "reminder-slips")


def test_an_appointment_of_a_later_day_is_planned_and_called_off(new_page, server):
    page = enter(new_page, server, "administrator")
    page.goto("/movement/appointments/new")
    page.select_option("[name=role]", "deputy")
    page.locator("[name=person]").select_option(index=3)
    page.fill("[name=since]", (date.today() + timedelta(days=10)).isoformat())
    page.fill("[name=order]", "31-л")
    look(page, "appointment-form")
    page.get_by_role("button", name="Назначить").last.click()
    expect(page.get_by_role("heading", name="Запланировано")).to_be_visible()
    expect(page.get_by_text("назначение: заместитель")).to_be_visible()
    look(page, "appointment-planned")
    page.get_by_role("button", name="Снять").click()
    expect(page.get_by_role("heading", name="Запланировано")).to_have_count(0)
