struct DocumentsEnglish: DocumentsText {
    func tooLarge(_ megabytes: Int) -> String { "The file is larger than \(megabytes) MB. Take the photo in a lower quality or scan it in black and white." }
    let kind = "A scan or a photo is needed: a PDF, JPEG or PNG file."
}
