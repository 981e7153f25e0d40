"""A term a head has closed, as its teacher meets it; and the personal sheet a refusal ends with, read back from paper."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from harness import enter, look
from playwright.sync_api import expect
from test_codes import read_back
from test_day import expect_saved, open_diary, open_lesson_now, row


def close_the_present_term(page) -> None:
    """Its last day is made to be today: only then it may be closed."""
    today = datetime.now(ZoneInfo("Europe/Moscow")).date().isoformat()
    page.goto("/school")
    page.locator("a[href^='/school/years/']").first.click()
    terms = page.locator("form[action^='/school/terms/']").filter(has=page.locator("input[name=ends]"))
    present = max(place for place in range(terms.count()) if terms.nth(place).locator("input[name=starts]").input_value() <= today)
    terms.nth(present).locator("input[name=ends]").fill(today)
    terms.nth(present).locator("button").first.click()
    page.get_by_role("button", name="Закрыть период").last.click()
    expect(page.get_by_role("button", name="Открыть снова").first).to_be_visible()


def test_a_closed_term_wants_a_reason_and_a_proof(new_page, server):
    pupil, teacher, office = (enter(new_page, server, role) for role in ("pupil", "teacher", "administrator"))
    child = open_diary(pupil)
    close_the_present_term(office)
    look(office, "term-closed")
    open_lesson_now(teacher)
    expect(teacher.locator("[data-closed]")).to_be_visible()
    look(teacher, "lesson-closed")
    mark = row(teacher, child).locator("input.mark")
    mark.focus()
    teacher.keyboard.press("5")
    expect(teacher.locator("output.save")).not_to_have_attribute("data-state", "saved")
    teacher.locator("#reason").fill("Ошибка при переносе из тетради")
    mark.focus()
    teacher.keyboard.press("5")
    expect_saved(teacher)
    # Ten minutes later the proof is too old: it is asked for, and what was typed is there afterwards.
    server.execute("UPDATE sign_in SET proved_at = proved_at - 3600000")
    mark.focus()
    teacher.keyboard.press("4")
    expect(teacher.locator("output.save")).not_to_have_attribute("data-state", "saved")
    teacher.locator("a[data-prove]").click()
    expect(teacher).to_have_url(re.compile("/more/prove"))
    look(teacher, "prove-for-mark")
    teacher.locator("input[name=password]").fill(server.person("teacher").password)
    teacher.locator("input[name=password]").press("Enter")
    teacher.wait_for_url(re.compile("/journal/lessons/"))
    expect(teacher.locator("#reason")).to_have_value("Ошибка при переносе из тетради")
    row(teacher, child).locator("input.mark").focus()
    teacher.keyboard.press("4")
    expect_saved(teacher)
    pupil.reload()
    expect(pupil.locator("section.day.today .m").filter(has_text="4").first).to_be_visible()


def test_the_personal_sheet_is_read_back_from_paper(new_page, server, tmp_path):
    guardian = enter(new_page, server, "guardian")
    guardian.goto("/diary")
    path = guardian.locator("[data-island='journal/diary']").get_attribute("data-path")
    child = re.search(r"/diary/(\d+)", path)[1]
    guardian.goto(f"/consents/of/{child}?purpose=diary")
    guardian.locator("input[name=sure]").check()
    look(guardian, "refuse-diary")
    guardian.locator("button[name=answer][value=no]").click()
    office = enter(new_page, server, "administrator")
    office.goto("/consents/refusals")
    office.locator("a[href^='/consents/refusals/']").first.click()
    office.goto(re.sub(r"\?.*", "", office.url) + "/sheet")
    line = office.locator("code", has_text="ZVONOK-SHEET").inner_text()
    look(office, "personal-sheet")
    text, said = read_back(office, tmp_path)
    assert " ".join(said) == line, "the code says what stands beside it"
    assert "ZVONOK-SHEET" in text
