from harness import axe, shot, sign_in
from playwright.sync_api import expect


def test_the_sign_in_page_is_open_to_everyone(page):
    page.goto("/sign-in")
    expect(page.locator("input[name=login]")).to_be_visible()
    expect(page.locator("input[name=password]")).to_be_visible()
    axe(page)
    shot(page, "sign-in")


def test_a_teacher_signs_in_and_sees_today(page, server):
    teacher = server.person("teacher")
    sign_in(page, teacher.login, teacher.password)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)
    shot(page, "today-teacher")


def test_a_session_outlives_the_server(page, server):
    teacher = server.person("teacher")
    sign_in(page, teacher.login, teacher.password)
    server.restart()
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("input[name=password]")).to_have_count(0)
