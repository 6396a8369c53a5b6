import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { suggestedQuestions, suggestQuestions, type Signs } from '../../src/suggested-questions/rules.ts'

const rules = suggestedQuestions.parse(
  parse(await readFile(new URL('../../content/suggested-questions.yaml', import.meta.url), 'utf8')),
)

describe('suggested questions', () => {
  it.each<[string, Signs, RegExp | null]>([
    ['name the confidence that was low', { confidence: 4 }, /was 4: shrink it\?/],
    ['leave a confidence of 7 alone', { confidence: 7 }, null],
    ['suggest nothing of what is not known', {}, null],
    ['put a flag first', { confidence: 2, 'open-flags': 1 }, /flag is still open/],
    ['ask about a task that was too big', { barrier: 'too-big' }, /two-minute version/],
    ['ask what made it possible', { task: 'done' }, /what made that possible/],
    ['do not take no answer for not done', { task: 'no-answer' }, /check was not answered/],
    ['look to the end in good time', { 'sessions-left': 2 }, /staying-well plan/],
  ])('%s', (_, signs, first) => {
    const [asked] = suggestQuestions(rules, signs)
    if (first === null) expect(asked).toBeUndefined()
    else expect(asked).toMatch(first)
  })

  it('are few, whatever there is to ask', () => {
    const all: Signs = {
      'open-flags': 1,
      'flags-since': 1,
      stuck: true,
      confidence: 1,
      task: 'done',
      agenda: true,
      over: true,
    }
    expect(suggestQuestions(rules, all)).toHaveLength(rules['at-most'])
  })

  it('suggest a focus and conclude nothing', () => {
    for (const { ask } of rules.questions)
      expect(ask).not.toMatch(/\b(is|are) (depressed|anxious|at risk|safe|fine)\b/i)
  })
})
