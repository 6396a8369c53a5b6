import { mentions, settled } from './settle.ts'

/** Words that name no behaviour, only how it is judged. */
const JUDGES =
  'good|nice|nicely|well|better|properly|perfect|behave|behaves|behaving|behaved|behaviour|polite|sensible|respectful|respect|kind|calm|happy|attitude|manners|right|naughty|bad|listen|listens|listening|listened'
/** Words around them that add nothing to be seen. */
const AROUND =
  'a|an|the|be|being|is|are|more|really|very|just|to|and|at|in|on|all|time|times|day|week|boy|girl|lad|child|him|her|them|his|their|my|our|me|he|she|they|it|can|get|getting|have|has|having|with|for|of|show|showing|shows|use|using|not|no|dont|doesnt|so|up|i|want|would|like|home|school'

/**
 * Whether a behaviour is too vague for a chart: nobody could see or hear it ("being good", S4). What is left when the
 * judging words and those around them are gone is what a camera would show; nothing left is nothing to see.
 */
export function isVague(behaviour: string): boolean {
  const words = settled(behaviour).split(' ')
  const judged = words.some((word) => only(word, JUDGES))
  return judged && words.every((word) => only(word, `${JUDGES}|${AROUND}`))
}

const only = (word: string, of: string): boolean => new RegExp(`^(?:${of})$`).test(word)

/** What praise is made of when it names nothing. */
const BARE =
  'im|ive|well|done|good|boy|girl|lad|lass|job|amazing|brilliant|great|fantastic|clever|super|superstar|star|lovely|love|it|thats|that|was|so|proud|of|you|your|youre|a|the|nice|one|wow|awesome|excellent|thank|thanks|keep|up|work|darling|sweetheart|mate|really|very|i|said|told|him|her|them|he|she|they|is|just|my|for|on|being|are|how'

/** Whether praise names exactly what the child did ("well done for shoes on first time"), not only that it was good. */
export const namesTheAct = (praise: string): boolean =>
  settled(praise)
    .split(' ')
    .filter((word) => word !== '' && !only(word, BARE)).length > 0

/** "No time", "3 kids", "too busy": said at a question about when (brief 1e, non-completion). */
export const saysNoTime = (text: string): boolean =>
  mentions(text, 'no time|no chance|too busy|havent (?:got )?(?:the )?time|dont have (?:the )?time|havent a minute|never any time|not enough time|cant fit(?: it)?(?: in)?|when would i|impossible|no idea when') // prettier-ignore

/** Family time spoken of in any words: seeing a parent, coming back from it (S4). */
export const speaksOfFamilyTime = (text: string): boolean =>
  mentions(text, `family time|contact|supervised (?:visit|time)|(?:after|before|since|when|from) (?:\\S+ ){0,3}(?:seeing|saw|sees|seen|visiting|visited|visit with|visits|meeting|met|being with|time with|phoning|phoned|call with|calls with) (?:\\S+ ){0,3}(?:mum|mam|mummy|mother|dad|daddy|father|mums|dads|parents|brother|sister|brothers|sisters|nan|nana|gran|grandad)`) // prettier-ignore

/** A parent's or carer's own low mood or anxiety: signposted, not treated here (brief 1e). What is risk, the screen hears before. */
export const speaksOfOwnLowMood = (text: string): boolean =>
  mentions(text, `i(?:m| am| feel| felt| have been|ve been| get| keep) (?:(?:feeling|so|really|very|quite|a bit|just|pretty|always|in|all|been) ){0,3}(?:low|down|depressed|anxious|tearful|crying|tears|overwhelmed|not sleeping|burnt out|burned out|numb|panicky)|my (?:own )?(?:anxiety|depression|mood|mental health)`) // prettier-ignore
