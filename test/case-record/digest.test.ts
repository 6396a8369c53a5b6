import fc from 'fast-check'
import { digestOf } from '../../src/case-record/digest.ts'

/** The same JSON with the members of every object in the opposite order. */
const turnedRound = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turnedRound)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([k, v]) => [k, turnedRound(v)]),
        )
      : value

test('the digest does not depend on the order of members', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => digestOf(value) === digestOf(turnedRound(value))))
})

test('the digest survives a trip through JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => digestOf(value) === digestOf(JSON.parse(JSON.stringify(value)))))
})

test('the digest of the canonical example is the SHA-256 of its canonical form', () => {
  // printf '{"a":[1,true,null],"b":"é"}' | sha256sum
  expect(digestOf({ b: 'é', a: [1, true, null], c: undefined })).toBe(
    '6eab153701ef60c995351765c772011bca6739878254f313acc3f11e1fef476b',
  )
})

test('a declined answer, a missing one and a zero have different digests', () => {
  const digests = [{ state: 'declined' }, { state: 'missing' }, { state: 'given', answer: 0 }].map(digestOf)
  expect(new Set(digests).size).toBe(3)
})
