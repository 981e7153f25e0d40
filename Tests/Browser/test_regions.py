"""A school joins: from the application on a phone to its administrator, by the curator's decision on paper."""

from harness import database_option, look, zvonok
from playwright.sync_api import expect

PASSWORD = "three plain words"
FORM = {
    "fullName": "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 12»", "shortName": "Школа № 12", "inn": "7707083894",
    "address": "ул. Школьная, 1", "site": "school12.example", "director": "Директоров Дмитрий Дмитриевич", "pupils": "620", "staff": "54",
    "family": "Новикова", "given": "Нина", "contact": "nina@example.org", "orderNumber": "12-о", "orderDay": "2026-09-01",
}


def installer(server, *arguments):
    return zvonok(*arguments, "--data", server.folder, *database_option(server.database)).strip()


def come_in(page, code, login):
    page.goto("/activate")
    page.fill("#code", code)
    page.fill("#login", login)
    page.fill("#password", PASSWORD)
    page.locator("main button").click()
    expect(page.locator("nav.places")).to_be_visible()


def test_a_school_joins(server, new_page, tmp_path):
    region = installer(server, "add-organisation", "--level", "region", "--name", "Архангельская область")
    town = installer(server, "add-organisation", "--level", "municipality", "--name", "Город Архангельск", "--in", region)
    code = installer(server, "add-curator", "--organisation", town, "--family", "Маринина", "--given", "Марина").split("\t")[1]
    order = tmp_path / "order.pdf"
    order.write_bytes(b"%PDF-1.4\n")

    applicant = new_page()
    applicant.goto(f"/apply?region={region}")
    for field, text in FORM.items():
        applicant.fill(f"#{field}", text)
    applicant.select_option("#municipality", town)
    applicant.select_option("#kind", "general")
    applicant.check("[name=programmes-basic]")
    applicant.set_input_files("#scan", order)
    applicant.locator("main button").click()
    expect(applicant.locator("#inn-why")).to_be_visible()
    look(applicant, "apply-mistake", 360, 740)
    applicant.fill("#inn", "7707083893")
    applicant.locator("main button").click()  # the scan is there already
    expect(applicant.get_by_text("Школа № 12")).to_be_visible()
    look(applicant, "apply-state", 360, 740)

    curator = new_page()
    come_in(curator, code, "marinina")
    curator.get_by_role("link", name="заявка ждёт решения").click()
    look(curator, "application-queue", 360, 740)
    curator.get_by_role("link", name="Школа № 12").click()
    look(curator, "application", 360, 740)
    curator.get_by_role("button", name="Одобрить").click()
    curator.get_by_role("button", name="Выдать код").click()
    look(curator, "decision", 360, 740)
    code = curator.locator("[data-code]").inner_text()

    administrator = new_page()
    come_in(administrator, code, "novikova")
    administrator.goto("/school/card")
    expect(administrator.get_by_role("heading", name="Школа № 12")).to_be_visible()
    look(administrator, "school-card", 360, 740)
