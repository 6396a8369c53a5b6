/** What graded exposure here is not for (brief 1d, block and flag; G4). */
export type ExposureBlock = 'blood-needle-vomit' | 'trauma' | 'rituals' | 'social' | 'sensory' | 'real-danger'

const BLOCKS: readonly (readonly [ExposureBlock, RegExp])[] = [
  ['blood-needle-vomit', /\b(?:blood|bleed\w*|needles?|injections?|jabs?|vaccin\w*|vomit\w*|throw(?:ing|n)? up|being sick|be sick|sick bug|puk(?:e|ing))\b/],
  ['trauma', /\b(?:flashbacks?|nightmares?|since (?:the|my|i was|it) (?:crash|accident|attack|fire|attacked|happened)|where (?:it happened|i was (?:attacked|hurt|mugged))|the (?:crash|attack))\b/],
  ['rituals', /\b(?:germs?|contaminat\w*|dirty|wash(?:ing)? my hands|check(?:ing)? (?:it )?(?:over and over|again and again|\w+ times)|rituals?|count(?:ing)? to|bad thoughts?)\b/],
  ['social', /\b(?:(?:everyone|everybody|people) (?:will |are |is )?(?:look\w*|star(?:e|ing)|laugh\w*|judg\w*|watch\w*)|in front of (?:people|everyone|the class|others)|talk(?:ing)? to (?:people|anyone|strangers)|embarrass\w*)\b/],
  ['sensory', /\b(?:loud noises?|too loud|hand ?dryers?|textures?|labels?|bright lights?|hurts? my ears|noise hurts)\b/],
  ['real-danger', /\b(?:bull(?:y|ies|ied|ying)|gangs?|knife|knives|stabb\w*|bites?|bit me|bitten|met online|strangers? online|unsafe|hits? me|beat(?:s|en)? (?:me )?up|jumped me|follow(?:s|ed|ing) me)\b/],
] // prettier-ignore

/** What somebody's words about a fear stop on; undefined where nothing does. A human looks at every stop. */
export const blockIn = (...texts: readonly (string | undefined)[]): ExposureBlock | undefined =>
  BLOCKS.find(([, words]) => texts.some((text) => text !== undefined && words.test(text.toLowerCase())))?.[0]
