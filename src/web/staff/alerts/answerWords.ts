/** What the safety conversation asks, as staff read it, by the id under which an answer is kept with its alert. */
const QUESTIONS: Record<string, string> = {
  acting: 'Thinking of acting on it today or tonight',
  feeling: 'How things feel',
  hurt: 'Hurt now, or needs first aid',
  nearby: 'Who could be with them',
  withSomeone: 'With somebody now',
  safeNow: 'Safe right now',
  othersSafeNow: 'The other person is safe right now',
  dangerNow: 'Somebody in danger right now',
  andYou: 'How they are themselves',
  childWithYou: 'A child with them now',
  withChild: 'The child with them now',
  contact: 'Would like to be reached by',
  safeToRing: 'Safe to ring',
}

const ANSWERS: Record<string, string> = {
  yes: 'Yes',
  no: 'No',
  'not-sure': 'Not sure',
  'not-say': 'Would rather not say',
  stuck: 'Tired and stuck',
  unsafe: 'Unsafe',
  talk: 'Would rather talk to somebody',
  call: 'A call',
  text: 'A text',
  meet: 'Meeting in person',
  home: 'Somebody at home',
  friend: 'A friend',
  'other-adult': 'Another adult',
  nobody: 'Nobody',
  ok: 'OK for now',
  'not-ok': 'Not OK',
}

/** An answer as kept (`safeToRing: not-sure`) in words; null for what is no such answer. */
export function answerWords(kept: string): { question: string; answer: string } | null {
  const [id = '', value = ''] = kept.split(': ', 2)
  const question = QUESTIONS[id]
  const answer = ANSWERS[value]
  return question === undefined || answer === undefined ? null : { question, answer }
}
