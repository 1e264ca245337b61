/// What can be wrong with a pair, one classifier for each.
enum FaultKind: Int, CaseIterable, Sendable {
    /// The target says something else.
    case content
    /// The target leaves out part of the source.
    case omission
    /// The target says more than the source.
    case addition
}

/// One value for each kind of fault.
struct PerFault<Value> {
    private var content: Value
    private var omission: Value
    private var addition: Value

    init(_ content: Value, _ omission: Value, _ addition: Value) {
        (self.content, self.omission, self.addition) = (content, omission, addition)
    }

    init(repeating value: Value) { self.init(value, value, value) }

    subscript(fault: FaultKind) -> Value {
        get {
            switch fault {
            case .content: content
            case .omission: omission
            case .addition: addition
            }
        }
        set {
            switch fault {
            case .content: content = newValue
            case .omission: omission = newValue
            case .addition: addition = newValue
            }
        }
    }
}

extension PerFault: Sendable where Value: Sendable {}
extension PerFault: Equatable where Value: Equatable {}
