struct TimetableEnglish: TimetableText {
    let noBell = "There is no bell for a lesson of this number."
    let wrongBell = "Bells follow one another and do not overlap."
    let outsideYear = "These days are outside the academic year."
}
