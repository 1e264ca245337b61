/// The last parts of names that show that they are a file or a host.
enum FileSuffixes {
    static let all: Set<String> = [
        "exe", "dll", "sys", "msi", "msp", "cab", "zip", "iso", "vhd", "vhdx", "xml", "xsd", "xsl", "xslt", "json",
        "yml", "yaml", "csv", "txt", "log", "ini", "inf", "cfg", "config", "conf", "ps1", "psm1", "psd1", "ps1xml",
        "bat", "cmd", "vbs", "js", "ts", "css", "htm", "html", "aspx", "asmx", "svc", "asp", "php", "py", "cs", "vb",
        "cpp", "sql", "mdf", "ldf", "bak", "db", "edb", "pst", "ost", "doc", "docx", "xls", "xlsx", "xlsm", "ppt",
        "pptx", "pdf", "rtf", "md", "png", "jpg", "jpeg", "gif", "svg", "ico", "bmp", "wav", "wma", "wmv", "mp3", "mp4",
        "cer", "crt", "pfx", "p7b", "pem", "key", "req", "adm", "admx", "adml", "reg", "evt", "evtx", "etl", "dmp",
        "tmp", "dat", "bin", "appx", "msix", "apk", "ipa", "pkg", "dmg", "deb", "rpm", "tar", "gz", "nupkg", "sln",
        "csproj", "resx", "xaml", "jar", "class",
    ]

    /// Of the hosts in documentation. Lowercase only, because "Contoso.Net" is a type.
    static let domains: Set<String> = [
        "com", "net", "org", "local", "edu", "gov", "onmicrosoft", "io", "test", "example",
    ]
}
