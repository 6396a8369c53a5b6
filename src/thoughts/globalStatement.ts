/** Words as they are compared: lower case, no quotes or punctuation, one space. */
const settled = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const BEFORE =
  '(?:i (?:just |always )?(?:think|feel like|know|believe)(?: that)? |maybe |because |that |but |and |so )*'
const HOW = '(?:just |so |such |really |totally |completely |always |clearly |basically |actually |only |a |an |the )*'
const WHAT =
  '(?:worthless|useless|unlovable|(?:total |complete )?failure|loser|waste(?: of space)?|nothing|nobody|stupid|thick|dumb|disgusting|broken|horrible|awful|(?:bad|horrible|terrible|awful|weak|rubbish) person|evil|pathetic|ugly|weak|hopeless|burden|idiot|(?:not|never) (?:good )?enough|(?:not|never) good|unwanted|mistake|freak)'
const AFTER =
  '(?: (?:as a person|at everything|and always will be|and everyone knows it|to everyone|anyway|really|lol|tbh))*'

const GLOBAL = [
  new RegExp(`^${BEFORE}(?:im|i am|ive always been|ill always be|i will always be) ${HOW}${WHAT}${AFTER}$`),
  /\b(?:nobody|no one|noone)(?:ll| will| could| would| can)?(?: ever)? (?:love|loves|want|wants|like|likes)(?: someone like)? me\b(?! to)/,
  /\bi (?:really |just |always )?hate (?:myself|who i am|everything about me)\b/,
  /\bi (?:dont|do not|never) deserve (?:anything|love|friends|to be (?:happy|loved|liked)|good things)\b/,
  /\b(?:everything|it all|all of it)(?:s| is)(?: always)? my fault\b/,
  /\bi (?:ruin|mess up|spoil) everything\b/,
]

/**
 * Whether a thought is a judgement of the whole person ("I'm worthless", "nobody could love me") rather than an everyday
 * thought about something ("I'm useless at maths"). Those are not argued with here: they are met with warmth and taken to the
 * session (brief 1d; core beliefs are outside the remit, G4).
 */
export const isGlobalSelfStatement = (text: string): boolean => GLOBAL.some((one) => one.test(settled(text)))
