/** Gives an answer: the value that is saved and the label that stands on the screen. */
export type Give = (value: unknown, label: string) => void
