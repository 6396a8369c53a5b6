import { moneyIsSettled, type Caring } from './caring.ts'
import { mentions } from './settle.ts'

/**
 * Things that are never a consequence and never lost (brief 1e, hard limits). Each has its own sentence in the words of
 * `calm-limits`. Whoever has hit or locked somebody in is answered by the safety conversation long before this.
 */
const NEVER = [
  ['hurting', 'smack|smacks|smacked|smacking|slap|slapped|hit|hits|hitting|spank|spanking|hiding|pinch|shake|drag|hold (?:him|her|them) down|pin (?:him|her|them)|restrain|restraint'],
  ['locked-in', 'lock|locks|locked|locking|shut in|shut (?:him|her|them) in|bolt|keep (?:him|her|them) in (?:\\S+ )?room'],
  ['food', 'no (?:tea|dinner|supper|breakfast|lunch|food|pudding)|(?:without|miss|skip|skips|withhold|take away|stop|lose|loses) (?:\\S+ ){0,2}(?:tea|dinner|supper|breakfast|lunch|food|meal|meals)|go hungry|bread and water'],
  ['sleep', 'no sleep|wake (?:him|her|them) (?:up )?(?:early|at)|keep (?:him|her|them) up|no bed|sleep on the floor|no (?:duvet|blanket|pillow)'],
  ['warmth', 'no (?:cuddle|cuddles|hug|hugs|kiss|kisses|bedtime story|coat|heating)|silent treatment|ignore (?:him|her|them) (?:all|the whole|for the)|not (?:talk|speak|talking|speaking) to (?:him|her|them)|wont (?:talk|speak) to|sent away|outside in the cold'],
  ['shaming', 'shame|embarrass|humiliate|make fun|in front of (?:everyone|the class|his friends|her friends|their friends)|tell (?:everyone|his friends|her friends|the family)|post (?:it|a|him|her)|naughty (?:step|corner|chair)|dunce'],
  ['school-kit', 'school (?:bag|uniform|shoes|kit|books|trip|laptop)|pe kit|homework|uniform|bag for school|keep (?:him|her|them) off school'],
  ['medicine', 'medicine|medication|meds|tablets|inhaler|hearing aid|glasses|melatonin'],
  ['family-time', 'family time|contact|(?:seeing|see|sees|visit|visiting|visits|ring|ringing|phone|phoning|call|calling|time with|going to) (?:\\S+ ){0,2}(?:mum|mam|mummy|mother|dad|daddy|father|mums|dads|parents|brother|brothers|sister|sisters|nan|nana|gran|grandad|family)'],
] as const // prettier-ignore

/** What an agency or a plan has settled: not a foster carer's or a home's to give or take. */
const SETTLED_ELSEWHERE =
  'pocket money|allowance|savings|spends|(?:his|her|their) (?:own )?(?:money|things|toys|phone|tablet|bike|belongings|teddy|stuff)|belongings|memory box'

export type Limit = (typeof NEVER)[number][0] | 'settled-elsewhere'

/** The hard limit that a consequence would cross; undefined where it crosses none that a machine can see. */
export function limitCrossed(consequence: string, caring: Pick<Caring, 'carer'>): Limit | undefined {
  const crossed = NEVER.find(([, pattern]) => mentions(consequence, pattern))?.[0]
  if (crossed !== undefined) return crossed
  return moneyIsSettled(caring) && mentions(consequence, SETTLED_ELSEWHERE) ? 'settled-elsewhere' : undefined
}

/**
 * What is never ignored, whoever the child is: fear, sadness, self-harm, danger, being hurt (brief 1e). For a child with a
 * history of neglect or trauma nothing is: that decides `caring.timeIn` before anybody is asked.
 */
const NOT_IGNORED =
  'cry|cries|crying|cried|sob|sobs|sobbing|tears|tearful|sad|sadness|upset|scared|afraid|fear|fears|frightened|terrified|worried|worry|worries|anxious|nightmare|nightmares|hurt|hurts|hurting|bleeding|pain|ill|sick|poorly|self harm|self harming|harm|harms|cutting|cuts|head ?bang\\S*|bang(?:s|ing) (?:his|her|their) head|bit(?:es|ing)?|hit|hits|hitting|kick|kicks|kicking|punch\\S*|throw|throws|throwing|push\\S*|spit\\S*|run(?:s|ning)? (?:off|away|out)|road|climb|climbs|climbing|fire|matches|lighter|knife|weapon|scissors|wet|wets|wetting|soil\\S*|wont eat|not eating|wont come out|hid|hides|hiding|lonely|clings|clinging|panic|panics|meltdown|meltdowns'

/** Whether a behaviour is small enough to be ignored at all. What nobody can tell from the words goes to the practitioner. */
export const mayBeIgnored = (behaviour: string): boolean => !mentions(behaviour, NOT_IGNORED)

/** Prizes that are further off than a day or two. A younger child cannot wait for them (S4: "bike at Christmas"). */
const FAR_OFF =
  'christmas|xmas|birthday|eid|diwali|easter|hanukkah|ramadan|summer|half term|holiday|holidays|end of (?:the )?(?:\\S+ )?(?:term|month|year|week)|next (?:week|month|year|term|summer)|in a (?:few )?(?:weeks|months|month|year)|one day|new (?:bike|console|phone|tablet|xbox|ps5|playstation|ipad|laptop|trainers|puppy|dog)|bike|disneyland|disney|theme park|weekend|saturday|sunday'

export type RewardProblem = 'too-far-off' | 'family-time' | 'settled-elsewhere'

/**
 * What is wrong with a prize: never family time that others have arranged (ten minutes with Dad at home is a fine one), never
 * what is settled elsewhere, and soon. For teenagers a weekend is soon.
 */
export function rewardProblem(
  reward: string,
  caring: Pick<Caring, 'carer' | 'familyTime'>,
  band: string,
): RewardProblem | undefined {
  const limit = limitCrossed(reward, caring)
  if (limit === 'settled-elsewhere' || (limit === 'family-time' && caring.familyTime)) return limit
  const soonEnough = band === 'P12+' && mentions(reward, 'weekend|saturday|sunday')
  return mentions(reward, FAR_OFF) && !soonEnough ? 'too-far-off' : undefined
}
