import { setTimeout as pause } from 'node:timers/promises'
import { gather } from '../../src/database/gather.ts'

/** Work that notes its pieces and takes a moment. */
const noting = (ms = 5) => {
  const pieces: number[][] = []
  const work = async (items: readonly number[]) => {
    pieces.push([...items])
    await pause(ms)
    if (items.includes(13)) throw new Error('thirteen')
    return items.map((item) => item * 2)
  }
  return { pieces, work }
}

describe('gathering what is asked for at the same moment', () => {
  it('asks together for what comes together, and gives each its own answer', async () => {
    const { pieces, work } = noting()
    const double = gather(work)
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
    expect(pieces).toEqual([[1, 2, 3]])
  })

  it('lets what comes meanwhile wait and go together in the next piece', async () => {
    const { pieces, work } = noting()
    const double = gather(work)
    const first = double(1)
    await pause(2)
    expect(await Promise.all([first, double(2), double(3)])).toEqual([2, 4, 6])
    expect(pieces).toEqual([[1], [2, 3]])
  })

  it('lets nobody pay for the fault of another', async () => {
    const { pieces, work } = noting()
    const double = gather(work)
    const outcomes = await Promise.allSettled([1, 13, 3].map(double))
    expect(outcomes.map((o) => (o.status === 'fulfilled' ? o.value : (o.reason as Error).message))).toEqual([
      2,
      'thirteen',
      6,
    ])
    expect(pieces).toEqual([[1, 13, 3], [1], [13], [3]])
    expect(await double(4)).toBe(8)
  })

  it('does not let a piece that hangs hold up the next', async () => {
    let release: (() => void) | undefined
    const hanging = new Promise<void>((resolve) => (release = resolve))
    const double = gather(async (items: readonly number[]) => {
      if (items.includes(1)) await hanging
      return items.map((item) => item * 2)
    })
    const stuck = double(1)
    await pause(5)
    expect(await double(2)).toBe(4)
    release?.()
    expect(await stuck).toBe(2)
  })

  it('takes no more than so many at once', async () => {
    const { pieces, work } = noting(1)
    const double = gather(work, { most: 2 })
    await Promise.all([1, 2, 3, 4, 5].map(double))
    expect(pieces).toEqual([[1, 2], [3, 4], [5]])
  })

  it('rests after a piece where nobody waits', async () => {
    const { pieces, work } = noting(0)
    const double = gather(work, { restMs: 40 })
    await double(1)
    const began = performance.now()
    await Promise.all([double(2), double(3)])
    expect(performance.now() - began).toBeGreaterThan(25)
    expect(pieces).toEqual([[1], [2, 3]])
  })
})
