import { defineDialog, freeText, localDate, yesNo } from '../src/dialog-kit/index.ts'

/**
 * A short factual note for school (brief 1e, school liaison): strengths, what sets it off, what helps, one request, a day to
 * look back. The parent copies and sends it; the bot sends nothing to anybody. Behaviour that happens only at school begins
 * here, not with a chart at home. Takes no input.
 */
export const schoolNote = defineDialog({
  id: 'school-note',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  answers: {
    strengths: freeText({ max: 120 }),
    trigger: freeText({ max: 120 }),
    helps: freeText({ max: 120 }),
    request: freeText({ max: 120 }),
    lookBack: localDate(),
    mayCopyIn: yesNo(),
  },
  steps: ({ say, ask, branch, record }) => [
    say('you-send-it'),
    ask('strengths'),
    ask('trigger'),
    ask('helps'),
    ask('request'),
    ask('lookBack'),
    branch('enough', (a) => a.strengths !== undefined && a.helps !== undefined && a.request !== undefined, {
      yes: [
        branch('dated', (a) => a.lookBack !== undefined && a.trigger !== undefined, {
          yes: [say('note')],
          no: [say('shorter-note')],
        }),
        ask('mayCopyIn'),
      ],
      no: [say('half-a-note')],
    }),
    record('note', (a) => ({
      recordType: 'entry',
      module: 'behaviour-support',
      name: 'school-note',
      fields: {
        strengths: a.strengths,
        trigger: a.trigger,
        what_helps: a.helps,
        request: a.request,
        review_date: a.lookBack,
        practitioner_may_copy_school_in: a.mayCopyIn,
      },
    })),
    say('saved'),
  ],
})
