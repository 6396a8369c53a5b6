import fc from 'fast-check'
import { bundleOf } from '../../src/case-record/fhir/bundle.ts'
import type { RecordEvent } from '../../src/record/events.ts'
import { newId } from '../../src/shared/ids.ts'
import { aFlag, aFlagEvent, aGoal, aMeasure, aMeasureByScales, anEntry, everyEvent } from '../outbox/events.ts'
import { bundleFaults, faultsOf } from './r4.ts'

const subject = { patient: 'Patient/p1', episode: 'EpisodeOfCare/e1' }
const terms = new Map([['718655001', 'RCADS (Revised Childrens Anxiety and Depression Scale) - Depression score']])
const personId = newId()

interface Entry {
  fullUrl: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever was mapped
  resource: { resourceType: string; [name: string]: any }
  request: { method: string; url: string; ifNoneExist?: string }
}
const bundled = (event: RecordEvent) => bundleOf(event, subject, terms) as unknown as { entry: Entry[] }
const made = (event: RecordEvent, type: string) =>
  bundled(event).entry.filter(({ resource }) => resource.resourceType === type)

test('the validator tells wrong from right', () => {
  const task = { resourceType: 'Task', status: 'requested', intent: 'order' }
  expect(faultsOf(task)).toEqual([])
  expect(faultsOf({ ...task, status: 'asked' })).not.toEqual([])
  expect(faultsOf({ ...task, intent: undefined })).not.toEqual([])
  expect(faultsOf({ ...task, colour: 'red' })).not.toEqual([])
})

test.each(everyEvent(personId).map((event, n) => [`${event.type} ${n}`, event] as const))(
  'the bundle of %s is valid R4, makes everything by conditional create and says where it comes from',
  (_, event) => {
    const bundle = bundled(event)
    expect(bundleFaults(bundle)).toEqual([])
    for (const { request, resource } of bundle.entry) {
      if (request.method === 'PATCH') expect(request.url).toContain('?identifier=')
      else expect(request.ifNoneExist).toMatch(resource.resourceType === 'Provenance' ? /^_tag=/ : /^identifier=/)
    }
    const [provenance] = made(event, 'Provenance')
    const others = bundle.entry.filter((e) => e.request.method === 'POST' && e.resource.resourceType !== 'Provenance')
    expect(provenance!.resource.target.map((t: { reference: string }) => t.reference)).toEqual(
      others.map((e) => e.fullUrl),
    )
  },
)

test('whatever a module keeps in its fields is valid R4', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.jsonValue()), (fields) => {
      const event = anEntry(personId, { fields: fields as never })
      expect(bundleFaults(bundled(event))).toEqual([])
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('a score is an Observation coded in SNOMED CT and derived from its form; a T-score names its norms', () => {
  const event = aMeasureByScales(personId)
  const [form] = made(event, 'QuestionnaireResponse')
  const [depression, ownScale, panic] = made(event, 'Observation').map((e) => e.resource)
  expect(depression).toMatchObject({
    status: 'final',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '718655001', display: terms.get('718655001') }, {}] },
    valueQuantity: { value: 15 },
    derivedFrom: [{ reference: form!.fullUrl }],
    component: [{ code: { text: 'T-score' }, valueQuantity: { value: 71.8 } }],
  })
  expect(JSON.stringify(depression!.component)).toContain('nhs-england')
  expect(ownScale!.code.coding).toEqual([{ system: 'urn:between-sessions:scale', code: 'rcads-47-self/own' }])
  expect(panic).not.toHaveProperty('valueQuantity')
  expect(panic!.dataAbsentReason.text).toContain('at least 7 of 9')
})

test('declined, skipped and missing stay three things, and none of them is a number', () => {
  const items = made(aMeasure(personId), 'QuestionnaireResponse')[0]!.resource.item as { linkId: string }[]
  expect(items.map((item) => JSON.stringify(item))).toEqual([
    '{"linkId":"1","answer":[{"valueInteger":0}]}',
    expect.stringContaining('"asked-declined"'),
    expect.stringContaining('"not-asked"'),
  ])
  const [entry] = made(anEntry(personId, { skipped: ['where'], declined: ['who'] }), 'QuestionnaireResponse')
  expect(JSON.stringify(entry!.resource.item)).toMatch(/"skipped".*"where".*"declined".*"who"/)
})

test('an amended version is another resource with a name of its own, and says which one it follows', () => {
  const first = aMeasure(personId)
  const second = { ...first, version: 2, answers: [{ item: '1', state: 'given' as const, answer: 3 }] }
  const names = (event: RecordEvent) => bundled(event).entry.map((e) => e.request.ifNoneExist)
  expect(names(first).filter((name) => names(second).includes(name))).toEqual([])
  expect(made(second, 'QuestionnaireResponse')[0]!.resource.status).toBe('amended')
  expect(JSON.stringify(made(second, 'Observation')[0]!.resource)).toContain('observation-replaces')
  expect(made(second, 'Provenance')[0]!.resource.entity).toContainEqual({
    role: 'revision',
    what: {
      type: 'QuestionnaireResponse',
      identifier: { system: 'urn:between-sessions:entry', value: `${first.entryId}/1` },
    },
  })
  const goal = aGoal(personId, { version: 2, state: 'reached' })
  expect(made(goal, 'Goal')[0]!.resource).toMatchObject({
    lifecycleStatus: 'completed',
    description: { text: goal.words },
  })
})

test('a flag is a Flag, the exact words, and a Task as urgent as its tier; only its end is ever patched', () => {
  const flag = aFlag(personId, { tier: 'T3', words: 'exact “words” \u{1F415}' })
  expect(made(flag, 'Communication')[0]!.resource.payload).toEqual([{ contentString: flag.words }])
  expect(made(flag, 'Task')[0]!.resource).toMatchObject({ status: 'requested', priority: 'stat' })
  const patched = (kind: Parameters<typeof aFlagEvent>[1]) =>
    bundled(aFlagEvent(flag.flagId, kind)).entry.flatMap(({ request, resource }) =>
      request.method === 'PATCH' ? [[request.url.split('?')[0], JSON.parse(atob(resource.data))]] : [],
    )
  const status = (value: string) => [{ op: 'replace', path: '/status', value }]
  expect(patched({ kind: 'released' })).toEqual([
    ['Flag', status('inactive')],
    ['Task', status('completed')],
  ])
  for (const kind of ['raised', 'answered', 'shown', 'told', 'acknowledged', 'contact', 'note'] as const)
    expect(patched({ kind, by: null })).toEqual([])
  const raised = aFlagEvent(flag.flagId, { kind: 'raised', by: null, detail: { tier: 'T2', priority: true } })
  expect(made(raised, 'Task')[0]!.resource).toMatchObject({ status: 'requested', priority: 'asap' })
})

test('a flag without words (a picture, say) is still a flag', () => {
  expect(bundleFaults(bundled(aFlag(personId, { words: '', rules: [] })))).toEqual([])
})

test('a given answer without a number cannot be sent', () => {
  const event = aMeasure(personId, { answers: [{ item: '1', state: 'given', answer: null }] })
  expect(() => bundled(event)).toThrow(TypeError)
})
