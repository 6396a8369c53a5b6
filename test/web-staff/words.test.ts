import fc from 'fast-check'
import { linkTo, placeOf, type Place } from '../../src/web/staff/frame/place.ts'
import { deliveryWords, fieldWords } from '../../src/web/staff/words/labels.ts'

describe('words and addresses of the staff page', () => {
  test.each([
    [{ waiting: 0, parked: 0, delivered: 0 }, 'nothing to send yet'],
    [{ waiting: 0, parked: 0, delivered: 1 }, '1 delivered'],
    [{ waiting: 0, parked: 0, delivered: 12 }, 'all 12 delivered'],
    [{ waiting: 1, parked: 2, delivered: 9 }, '2 stopped, 1 on the way, 9 delivered'],
    [{ waiting: 3, parked: 0, delivered: 0 }, '3 on the way'],
  ])('%j is "%s": never "all" while something has not arrived', (counts, words) => {
    expect(deliveryWords(counts)).toBe(words)
  })

  test('a field’s id is read as words', () => {
    expect(['expectedMood', 'who-with', 'plan_b'].map(fieldWords)).toEqual(['Expected mood', 'Who with', 'Plan b'])
  })

  test('every link leads to the place it names', () => {
    const places: Place[] = [{ at: 'alerts' }, { at: 'caseload' }]
    for (const place of places) expect(placeOf(linkTo(place as never))).toEqual(place)
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        expect(placeOf(linkTo({ at: 'case', caseId: id }))).toEqual({ at: 'case', caseId: id })
        expect(placeOf(linkTo({ at: 'brief', caseId: id }))).toEqual({ at: 'brief', caseId: id })
        expect(placeOf(linkTo({ at: 'alerts', alertId: id }))).toEqual({ at: 'alerts', alertId: id })
      }),
    )
  })

  test.each(['#/somewhere', '#/cases', '#/cases/1/2', '#/caseload/1', '#/%E0%A4%A'])(
    '%s leads nowhere, not to a guess',
    (hash) => {
      expect(placeOf(hash)).toEqual({ at: 'nowhere' })
    },
  )
})
