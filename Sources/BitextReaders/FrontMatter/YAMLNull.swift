/// YAML's null.
enum YAMLNull {
    /// Whether a plain scalar means null, by YAML 1.1 and the core schema of 1.2.
    static func isSpelled(_ text: String) -> Bool {
        switch text {
        case "", "~", "null", "Null", "NULL": true
        default: false
        }
    }
}
