/** Words as they are compared: lower case, no quotes or punctuation, one space. */
const settled = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** More words than this are a worry of their own, not a question to the bot. */
const SHORT = 12

const FINE = '(?:ok|okay|alright|all right|fine|safe)'
const REASSURANCE = new RegExp(
  [
    // "are you sure it'll be ok?"
    '^(?:but |ok |and )*(?:are |r )?(?:you|u) (?:really |100 )?(?:sure|certain)\\b',
    // "will it be ok", "is it going to be alright"
    `^(?:but )?(?:will|is|are|am) (?:it|this|that|everything|things|i|we)(?: all)?(?: be| going to be| gonna be)? ${FINE}\\b`,
    // "everything will be ok right"
    `\\b(?:itll|it will|ill|i will|everything will|everythings gonna|its gonna|its going to|gonna) be ${FINE}(?: right| yeah| wont it)?$`,
    // "promise me it wont happen"
    `^(?:just |please |can you )*(?:tell me|say|promise(?: me)?)\\b.*\\b(?:${FINE}|wont happen|not happen)\\b`,
    // "do you think it will happen"
    `^(?:do you|do u|dyou) (?:really )?think\\b.*\\b(?:happen|${FINE}|die|wrong)\\b`,
    '^(?:it|that|this) wont happen (?:right|will it|yeah)$',
  ].join('|'),
)

/** Whether somebody asks the bot to tell them that it will be all right (brief 1b, reassurance). Short questions only. */
export function asksForReassurance(text: string): boolean {
  const words = settled(text)
  return words.split(' ').length <= SHORT && REASSURANCE.test(words)
}

const WORRY =
  /^(?:(?:but|and|so|ok|also|im just|i just|just) )*(?:what if|im (?:so |really |very |a bit )?(?:worried|scared|nervous|anxious)|i am (?:so |really |very )?(?:worried|scared)|worried (?:about|that)|i keep (?:worrying|thinking)|i cant stop (?:worrying|thinking)|cant stop (?:worrying|thinking)|scared (?:that|of|about))\b/

/** Whether typed words are plainly a worry: they begin as worries begin. Everything else is not guessed at (G2). */
export const soundsLikeAWorry = (text: string): boolean => WORRY.test(settled(text))

/** "Nothing", "it was quiet": a result to record, not a gap (brief 1b). */
export const saysQuiet = (text: string): boolean =>
  /^(?:nothing|none|no worries|not much|nope|no|(?:it )?(?:was |were |has been |been |a )?(?:all )?quiet|all quiet|quiet (?:day|week|one))(?: really| today| this week| at all| it was quiet)*$/.test(
    settled(text).replace(/^its /, ''),
  )
