import { settle, turnsRound } from './typedWords.ts'

const YES_WORDS = new Set(
  'yes y yeah yea yep yup yeh yah ye yess yesss aye sure ok okay okey k kk definitely defo deffo true correct'.split(
    ' ',
  ),
)
const NO_WORDS = new Set('no n nah nope naw noo nooo nay never false'.split(' '))
const YES_PHRASES = new Set([
  'of course',
  'i am',
  'i do',
  'i did',
  'i will',
  'i have',
  'it is',
  'it was',
  'thats right',
  'thats it',
  'go on',
  'go on then',
  'go for it',
  'lets go',
  'why not',
  'all right',
  'alright',
  'right',
])
const NO_PHRASES = new Set([
  'not really',
  'dont think so',
  'i dont think so',
  'i dont',
  'i didnt',
  'im not',
  'not today',
  'not now',
  'not yet',
  'no way',
  'its not',
  'it isnt',
  'it wasnt',
  'i wont',
  'i havent',
  'id rather not',
  'rather not',
])

/** Yes or no as people type it. `both` when it says one thing and then the other ("yeah nah"); undefined when neither. */
export function yesOrNo(text: string): 'yes' | 'no' | 'both' | undefined {
  const words = settle(text)
  if (YES_PHRASES.has(words)) return 'yes'
  if (NO_PHRASES.has(words)) return 'no'
  const [first = '', ...rest] = words.split(' ')
  if (YES_WORDS.has(first)) return turnsRound(rest.join(' ')) ? 'both' : 'yes'
  if (NO_WORDS.has(first)) return rest.some((word) => YES_WORDS.has(word)) ? 'both' : 'no'
  return undefined
}
