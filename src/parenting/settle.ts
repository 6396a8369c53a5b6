/** Words as they are compared: lower case, no quotes or punctuation, one space. */
export const settled = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether one of these stands in a text, whole words only. */
export const mentions = (text: string, pattern: string): boolean =>
  new RegExp(`(?<!\\S)(?:${pattern})(?!\\S)`).test(settled(text))
