import fc from 'fast-check'
import { Cache } from '../../src/web/staff/live/cache.ts'
import { backOff, followChanges, type Changed, type Freshness } from '../../src/web/staff/live/followChanges.ts'

type Step = { cursor: string; changed: Changed[] } | 'signed-out' | 'unreachable'

/** Runs the follower over given answers; a wait ends at once and is written down. */
async function follow(steps: Step[]) {
  const stop = new AbortController()
  const asked: (string | undefined)[] = []
  const changed: (readonly Changed[])[] = []
  const freshness: Freshness[] = []
  const waits: number[] = []
  let at = 0
  await followChanges(
    {
      async ask(since) {
        asked.push(since)
        const step = steps[at++]
        if (step === undefined) {
          stop.abort()
          throw new Error('over')
        }
        if (step === 'unreachable') throw new TypeError('fetch failed')
        return step
      },
      sleep: async (ms) => void waits.push(ms),
      now: () => new Date('2026-11-21T14:02:00Z'),
      random: () => 0.5,
      onChanged: (what) => changed.push(what),
      onFreshness: (state) => freshness.push(state),
    },
    stop.signal,
  )
  return { asked, changed, freshness, waits }
}

describe('following what changes', () => {
  test('each request carries the last cursor, and what changed is passed on', async () => {
    const { asked, changed } = await follow([
      { cursor: 'a', changed: [] },
      { cursor: 'b', changed: ['alerts'] },
      { cursor: 'c', changed: [] },
    ])
    expect(asked).toEqual([undefined, 'a', 'b', 'c'])
    expect(changed).toEqual([['alerts', 'cases'], ['alerts']])
  })

  test('the first failed try marks the page as stale since then; tries go on, further and further apart', async () => {
    const { freshness, waits } = await follow([
      { cursor: 'a', changed: [] },
      'unreachable',
      'unreachable',
      'unreachable',
    ])
    expect(freshness.slice(1)).toEqual(
      [1, 2, 3].map((tries) => ({ state: 'stale', since: new Date('2026-11-21T14:02:00Z'), tries })),
    )
    expect(waits).toEqual([1000, 2000, 4000])
  })

  test('after a gap everything is fetched again, even if the server says that nothing changed', async () => {
    const { changed, freshness } = await follow([
      { cursor: 'a', changed: [] },
      'unreachable',
      { cursor: 'a', changed: [] },
    ])
    expect(changed).toEqual([
      ['alerts', 'cases'],
      ['alerts', 'cases'],
    ])
    expect(freshness.at(-1)).toEqual({ state: 'live' })
  })

  test('when the sign-in has ended it says so and stops asking', async () => {
    const { asked, freshness } = await follow([
      { cursor: 'a', changed: [] },
      'signed-out',
      { cursor: 'b', changed: [] },
    ])
    expect(asked).toHaveLength(2)
    expect(freshness.at(-1)).toEqual({ state: 'signed-out' })
  })

  test('a wait is never under 0.75 s nor over 37.5 s, however often it failed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (tries, random) => {
          const wait = backOff(tries, random)
          return wait >= 750 && wait <= 37_500
        },
      ),
    )
  })
})

describe('what the page has fetched', () => {
  const flush = () => new Promise((done) => setTimeout(done))

  test('an answer that comes late never overwrites a newer one', async () => {
    const cache = new Cache()
    const answers: ((value: string) => void)[] = []
    cache.follow(
      'alerts',
      'alerts',
      () => new Promise((answer) => answers.push(answer)),
      () => undefined,
    )
    void cache.refresh(['alerts'])
    answers[1]!('new')
    await flush()
    answers[0]!('old')
    await flush()
    expect(cache.read('alerts')).toEqual({ data: 'new', problem: undefined, loading: false })
  })

  test('when fetching again fails, what was known stays beside the problem', async () => {
    const cache = new Cache()
    let fails = false
    cache.follow(
      'alerts',
      'alerts',
      async () => (fails ? Promise.reject(new TypeError('gone')) : 'list'),
      () => undefined,
    )
    await flush()
    fails = true
    await cache.refresh(['alerts'])
    expect(cache.read('alerts')).toMatchObject({ data: 'list', problem: { message: 'gone' } })
  })

  test('what nobody looks at is not fetched, and is fetched when it is next shown', async () => {
    const cache = new Cache()
    let fetched = 0
    const stop = cache.follow(
      'case/1',
      'cases',
      async () => ++fetched,
      () => undefined,
    )
    await flush()
    stop()
    await cache.refresh(['cases'])
    expect(fetched).toBe(1)
    cache.follow(
      'case/1',
      'cases',
      async () => ++fetched,
      () => undefined,
    )
    await flush()
    expect(fetched).toBe(2)
  })
})
