/** The moment by the device's clock, for idle times and names of days only. The one reader of the clock in the chat page. */
export const now = (): Date => new Date()
