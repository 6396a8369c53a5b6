/**
 * Loaded before a server under test (`node --import`): its clock runs CLOCK_SHIFT_MS ahead, so that what is not for the night
 * can be tested at any hour.
 */
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0)
const TrueDate = Date

class ShiftedDate extends TrueDate {
  constructor(...given: [] | [string | number | Date]) {
    super(given[0] ?? TrueDate.now() + shift)
    if (given.length === 0) return
    // Years, months and days one by one are read as ever.
    if (given.length > 1) this.setTime(Reflect.construct(TrueDate, given).getTime())
  }
  static override now(): number {
    return TrueDate.now() + shift
  }
}
globalThis.Date = ShiftedDate as DateConstructor
export {}
