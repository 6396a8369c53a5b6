import { safetyDialogs } from '../../src/safety-conversation/index.ts'
import { answerWords } from '../../src/web/staff/alerts/answerWords.ts'

/** Where to go from here, and what a saying meant: kept with no alert. */
const NOT_KEPT = new Set(['next', 'meant'])

describe('what a person answered in the safety conversation', () => {
  const kept = safetyDialogs.flatMap((dialog) =>
    Object.entries(dialog.answers).flatMap(([id, type]) =>
      'shape' in type && 'values' in type.shape && !NOT_KEPT.has(id)
        ? type.shape.values.map((value) => `${id}: ${String(value)}`)
        : [],
    ),
  )

  test.each([...new Set(kept)])('%s is read in words by staff', (answer) => {
    expect(answerWords(answer)).toEqual({ question: expect.any(String), answer: expect.any(String) })
  })

  test('what is no such answer is left as it is', () => {
    expect(answerWords('said more: it is getting worse')).toBeNull()
  })
})
