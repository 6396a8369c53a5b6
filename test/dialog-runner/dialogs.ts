import { choice, defineDialog, freeText, list, localDateTime, rating, yesNo, z } from '../../src/dialog-kit/index.ts'

/** A plan with a say, a branch, a loop, a record and a reminder: most of what a dialog can do. */
export const plan = defineDialog({
  id: 'plan',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  answers: {
    activity: freeText({ max: 40 }).required(),
    company: yesNo(),
    who: choice('friend', 'family', 'pet'),
    when: localDateTime(),
    confidence: rating(0, 10),
    smaller: freeText({ max: 40 }),
  },
  steps: ({ say, ask, branch, again, record, remind }) => [
    say('welcome'),
    ask('activity'),
    say('named'),
    ask('company'),
    branch('with-somebody', (a) => a.company, { yes: [ask('who')], no: [say('alone-is-fine')] }),
    ask('when'),
    ask('confidence'),
    again('shrink', (a) => a.confidence !== undefined && a.confidence < 7, { atMost: 2 }, [
      say('make-smaller'),
      ask('smaller'),
      ask('confidence'),
    ]),
    record('kept', (a) => ({
      recordType: 'plan',
      module: 'low-mood',
      name: 'activity-plan',
      fields: { activity: a.activity, who: a.who, confidence: a.confidence },
    })),
    remind('check-in', { dialog: 'check', at: (a) => a.when }),
    say('close'),
  ],
})

/** Rounds of the same questions, then a look over everything. */
export const day = defineDialog({
  id: 'day',
  version: 1,
  onVersionChange: 'offer-restart',
  audience: 'young-person',
  answers: {
    moments: list({ what: freeText({ max: 40 }), mood: rating(0, 10) }, { atMost: 3 }),
    note: freeText({ max: 40 }),
  },
  steps: ({ ask, repeat, review, record }) => [
    repeat('moments', ({ ask }) => [ask('what'), ask('mood')]),
    ask('note'),
    review('check'),
    record('log', (a) => ({
      recordType: 'entry',
      module: 'low-mood',
      name: 'log',
      fields: { moments: a.moments as never, note: a.note },
    })),
  ],
})

export const small = defineDialog({
  id: 'small',
  version: 1,
  onVersionChange: 'finish',
  audience: 'both',
  kind: 'standing',
  answers: { one: choice('a', 'b'), two: yesNo().required() },
  steps: ({ ask, say }) => [ask('one'), ask('two'), say('thanks')],
})

/** Calls a dialog in its middle and hands over at its end. */
export const outer = defineDialog({
  id: 'outer',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'both',
  input: z.object({ next: z.string().optional() }),
  answers: { before: yesNo(), after: yesNo() },
  steps: ({ ask, call, say, handOver }) => [
    ask('before'),
    call('in-between', 'small'),
    ask('after'),
    handOver('next', ['small'], (_, { input }) => (input.next === undefined ? undefined : { dialog: input.next })),
    say('end'),
  ],
})

export const safety = defineDialog({
  id: 'safe',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'both',
  kind: 'safety',
  answers: { acting: choice('no', 'yes', 'not-sure'), hurt: yesNo() },
  steps: ({ say, ask, effect }) => [
    say('glad'),
    ask('acting'),
    effect('raise', (a) =>
      a.acting === 'yes' ? { type: 'raise', lane: 'self', tier: 'T3', because: 'acting on it' } : undefined,
    ),
    ask('hurt'),
    say('told'),
  ],
})

export const measure = defineDialog({
  id: 'measure',
  version: 1,
  onVersionChange: 'offer-restart',
  audience: 'young-person',
  kind: 'measure',
  answers: { i1: choice('0', '1', '2'), i2: choice('0', '1', '2') },
  steps: ({ ask, review, say }) => [ask('i1'), ask('i2'), review('check'), say('thanks')],
})

export const all = [plan, day, small, outer, safety, measure]
