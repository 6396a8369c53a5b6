import { openOffers } from '../../src/programmes/openOffers.ts'
import { programme, type Programme } from '../../src/programmes/programme.ts'

const sleep = programme.parse({
  programme: 'sleep',
  steps: [
    {
      title: 'Facts and diary',
      task: 'Seven nights.',
      opens: [
        { offer: 'diary', dialog: 'sleep-diary', from: '06:00', until: '14:00' },
        { offer: 'facts', dialog: 'sleep-facts', 'until-step': 1 },
      ],
    },
    {
      title: 'One change',
      task: 'One change a night.',
      opens: [
        { offer: 'change', dialog: 'sleep-change' },
        { offer: 'night', dialog: 'settle', from: '21:00', until: '06:00' },
        { offer: 'bed-rules', dialog: 'bed-rules', needs: 'stimulus-control' },
      ],
    },
  ],
})
const programmes = new Map<string, Programme>([['sleep', sleep]])
const at = (time: string, step: number, authorised: string[] = []) =>
  openOffers(programmes, [{ module: 'sleep', step }], `2026-03-26T${time}`, authorised).map(({ offer }) => offer)

describe('what a programme offers', () => {
  test.each([
    ['the first step in the morning', at('07:30', 1), ['diary', 'facts']],
    ['the diary is not offered in the afternoon', at('14:00', 1), ['facts']],
    ['nothing of a step that no session has opened (G3)', at('22:00', 1), ['facts']],
    ['the newest step first; what was for one step only is gone', at('10:00', 2), ['change', 'diary']],
    ['hours over midnight, before it', at('23:59', 2), ['change', 'night']],
    ['hours over midnight, after it', at('05:59', 2), ['change', 'night']],
    [
      'only with a supervisor’s authorisation for this case (G4)',
      at('15:00', 2, ['stimulus-control']),
      ['change', 'bed-rules'],
    ],
  ])('%s', (_, offered, expected) => expect(offered).toEqual(expected))

  test('nothing of a module that is not assigned, and nothing of one that does not exist', () => {
    expect(openOffers(programmes, [], '2026-03-26T10:00')).toEqual([])
    expect(openOffers(programmes, [{ module: 'trauma', step: 6 }], '2026-03-26T10:00')).toEqual([])
  })

  test('hours are given whole or not at all', () => {
    const half = { ...sleep, steps: [{ ...sleep.steps[0], opens: [{ offer: 'a', dialog: 'b', from: '06:00' }] }] }
    expect(programme.safeParse(half).error?.issues[0]).toMatchObject({ path: ['steps', 0, 'opens', 0] })
  })
})
