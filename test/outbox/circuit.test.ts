import fc from 'fast-check'
import { createCircuit, type Circuit } from '../../src/outbox/circuit.ts'

const rule = { opensAfter: 3, firstMs: 1_000, longestMs: 8_000 }
const at = (ms: number) => new Date(ms)
const fail = (circuit: Circuit, ...times: number[]) => times.map((ms) => circuit.report('no', at(ms))?.state ?? null)

test('some failures in a row open it, and one success in between starts the count again', () => {
  const circuit = createCircuit(rule, () => 1)
  expect(fail(circuit, 0, 1)).toEqual([null, null])
  circuit.report('yes', at(2))
  expect(fail(circuit, 3, 4, 5)).toEqual([null, null, 'open'])
  expect(circuit.waitUntil(at(6))).toEqual(at(1_005))
})

test('when its time has come one entry tries for all; failing again keeps it open twice as long, up to the longest', () => {
  const circuit = createCircuit(rule, () => 1)
  fail(circuit, 0, 0, 0)
  let now = 0
  for (const wait of [1_000, 2_000, 4_000, 8_000, 8_000]) {
    expect(circuit.waitUntil(at(now + wait - 1))).toEqual(at(now + wait))
    now += wait
    expect(circuit.waitUntil(at(now))).toBeNull()
    expect(circuit.waitUntil(at(now))).toEqual(at(now + 1_000))
    fail(circuit, now)
  }
})

test('one success closes it and everybody goes ahead', () => {
  const circuit = createCircuit(rule, () => 1)
  fail(circuit, 0, 0, 0)
  circuit.waitUntil(at(1_000))
  expect(circuit.report('yes', at(1_010))).toEqual({ state: 'closed' })
  expect([circuit.waitUntil(at(1_011)), circuit.waitUntil(at(1_011))]).toEqual([null, null])
})

test('a probe that never came back holds nobody up for good', () => {
  const circuit = createCircuit(rule, () => 1)
  fail(circuit, 0, 0, 0)
  expect(circuit.waitUntil(at(1_000))).toBeNull()
  expect(circuit.waitUntil(at(27_000))).toBeNull()
})

test('a record that asks to wait is left alone by all at once, for as long as it asked but never above a minute', () => {
  const [short, long] = [createCircuit(rule, () => 0), createCircuit(rule, () => 0)]
  short.report('asked-to-wait', at(0), 5_000)
  expect(short.waitUntil(at(1))).toEqual(at(5_000))
  long.report('asked-to-wait', at(0), 3_600_000)
  expect(long.waitUntil(at(1))).toEqual(at(60_000))
})

test('what the other stream has reached is tried at once', () => {
  const circuit = createCircuit(rule, () => 1)
  fail(circuit, 0, 0, 0)
  circuit.hearsOfSuccess(at(10))
  expect(circuit.waitUntil(at(10))).toBeNull()
})

test('whatever happens, nobody ever waits longer than the longest or what was asked for, and a success always closes it', () => {
  const step = fc.record({
    ms: fc.nat(20_000),
    what: fc.constantFrom('try', 'no', 'asked-to-wait', 'yes'),
    ask: fc.nat(1e7),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (steps, random) => {
      const circuit = createCircuit(rule, () => random)
      let now = 0
      for (const { ms, what, ask } of steps) {
        now += ms
        if (what === 'try') {
          const wait = circuit.waitUntil(at(now))
          if (wait !== null) expect(wait.getTime() - now).toBeLessThanOrEqual(60_000)
        } else circuit.report(what, at(now), ask)
        if (what === 'yes') expect(circuit.waitUntil(at(now))).toBeNull()
      }
    }),
    { numRuns: 300, seed: 3 },
  )
})
