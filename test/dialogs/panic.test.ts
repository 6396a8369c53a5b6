import { dialogs } from '../../dialogs/index.ts'
import { playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

describe('in the moment of panic (brief 1d)', () => {
  test('four very short messages, safety first, in large letters, at any hour', () => {
    for (const now of ['2026-03-26T13:10', '2026-03-26T23:40'])
      for (let seed = 0; seed < 6; seed++) {
        const visit = new Visit({ band: 'Y11-13', now, seed }).start('panic-now')
        const first = visit.outputs.map(({ text }) => text)
        expect(first).toHaveLength(1)
        expect(first[0]).toMatch(/999.*111/)
        for (const sign of ['new or different', 'chest pain', 'fainting', 'asthma', 'allergy', 'heart', 'diabetes', 'taken something']) // prettier-ignore
          expect(first[0]!.toLowerCase()).toContain(sign)
        visit.tap('usual')
        const messages = [...first, ...visit.outputs.map(({ text }) => text)]
        expect(messages).toHaveLength(4)
        for (const text of messages.slice(1)) expect(text.split(/\s+/).length).toBeLessThanOrEqual(20)
        expect(visit.outputs.every(({ tone }: { tone?: string }) => tone === 'large')).toBe(true)
      }
  })

  test.each([
    ['any', 'T3'],
    ['not-sure', 'T2'],
  ])('"%s" is no panic to sit out: the medical lane, %s, and no line of the module', (answer, tier) => {
    const visit = new Visit().start('panic-now').tap(answer)
    expect(visit.effects).toMatchObject([{ type: 'raise', lane: 'medical', tier }])
    expect(visit.outputs).toEqual([])
    expect(visit.isOver).toBe(true)
  })

  test('the safety question cannot be skipped', () => {
    expect(new Visit().start('panic-now').question.navigation).not.toContain('skip')
  })

  test('goes by the person’s own plan: its name, and no breathing where that does not help', () => {
    const visit = new Visit().start('panic-now', { called: 'the wave', breath: false }).tap('usual')
    expect(visit.said).toEqual(['own-name', 'rise-and-fall', 'next'])
    expect(visit.outputs[0]!.text).toContain('the wave')
    expect(visit.tap('stop').isOver).toBe(true)
  })

  test('never brings symptoms on: no words of the programme ask for it', () => {
    const all = JSON.stringify(
      dialogs.filter(({ id }) => id.startsWith('panic')).map(({ id }) => new Visit().start(id).outputs),
    )
    expect(all).not.toMatch(/spin|hyperventilat|breathe fast|run on the spot|through a straw|hold your breath/i)
  })
})

describe('the panic log (brief 1d)', () => {
  test('one attack in six answers', () => {
    playJourney({
      dialog: 'panic-log',
      rows: [
        ['any', taps('yesterday')],
        ['signs', taps(['heart', 'dizzy'])],
        ['thought', types('i cant get out')],
        ['peak', taps(8)],
        [
          'did',
          taps(['stayed', 'breathed']),
          [
            records(
              'panic-attack',
              {
                date: '2026-03-25',
                signs: ['heart', 'dizzy'],
                scary_thought: 'i cant get out',
                peak: 8,
                did: ['stayed', 'breathed'],
              },
              { recordType: 'entry', module: 'panic' },
            ),
          ],
        ],
        ['more', taps(false)],
      ],
      last: 'saved',
    })
  })

  test('none is recorded as 0, and is no gap', () => {
    const visit = new Visit().start('panic-log', { since: '2026-03-19' })
    expect(visit.outputs[0]!.text).toContain('Thursday')
    visit.tap('none')
    expect(visit.effects).toMatchObject([records('no-panic', { attacks: 0, since: '2026-03-19' }, { recordType: 'checkin' })]) // prettier-ignore
    expect(visit.said).toEqual(['none-counts'])
  })

  test('straight after one, nothing is asked that is known', () => {
    const visit = new Visit().start('panic-log', { justNow: true })
    expect(visit.said).toEqual(['signs'])
  })

  test.each([
    ['yes', 'T3'],
    ['not-sure', 'T2'],
  ])('chest pain that is there now (%s) is for the medical lane, %s', (answer, tier) => {
    const visit = new Visit().start('panic-log').tap('today').tap(['chest-pain'])
    expect(visit.said).toEqual(['stillNow'])
    visit.tap(answer)
    expect(visit.effects).toMatchObject([{ type: 'raise', lane: 'medical', tier }])
    expect(visit.isOver).toBe(true)
  })

  test('fainting that is over goes to a doctor, and the practitioner hears of it', () => {
    const visit = new Visit().start('panic-log').tap('yesterday').tap(['fainted']).tap('no')
    expect(visit.said).toEqual(['see-a-doctor', 'thought'])
    expect(visit.outputs[0]!.text).toMatch(/999/)
    visit.command('skip').tap(7).tap(['left'])
    expect(visit.effects).toContainEqual({ type: 'notice', notice: 'step-up', detail: 'panic: fainting' })
  })

  test('says most days to the practitioner with the attack that makes it so', () => {
    const before = ['2026-03-21', '2026-03-23', '2026-03-25'].map((day) => ({ day, fainted: false, keptAway: false }))
    const visit = new Visit().start('panic-log', { before }).tap('today').tap(['heart']).command('skip').tap(5)
    expect(visit.tap(['stayed']).effects).toContainEqual(
      expect.objectContaining({ notice: 'step-up', detail: 'panic: most-days' }),
    )
  })
})

test.each(['not-yet', 'not-sure'])('first attacks that no GP has looked at (%s) come first, and are told', (answer) => {
  const visit = new Visit().start('panic-what-it-is').tap(answer)
  expect(visit.said).toEqual(['see-a-gp', 'alarm', 'signs'])
  expect(visit.effects).toMatchObject([{ type: 'notice', notice: 'step-up' }])
})
