struct TimetableRussian: TimetableText {
    let noBell = "Для урока с таким номером нет звонка."
    let wrongBell = "Звонки должны идти по порядку и не пересекаться."
    let outsideYear = "Эти дни не входят в учебный год."
}
