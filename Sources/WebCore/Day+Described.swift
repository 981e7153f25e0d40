import Kernel

extension Day: Described {
    public static var schema: Schema { .date }
    public static var sample: Day { Day(number: 0) }
}
