struct DocumentsRussian: DocumentsText {
    func tooLarge(_ megabytes: Int) -> String {
        "Файл больше \(megabytes) МБ. Сфотографируйте документ с меньшим качеством или отсканируйте его в чёрно-белом виде."
    }
    let kind = "Нужен скан или фотография: файл PDF, JPEG или PNG."
}
