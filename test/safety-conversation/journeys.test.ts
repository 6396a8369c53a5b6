import type { Band } from '../../src/dialog-kit/index.ts'
import { BANDS } from '../../src/dialog-kit/index.ts'
import { safetyDialogs } from '../../src/safety-conversation/index.ts'
import type { SafetyInput } from '../../src/safety-conversation/input.ts'
import { Talk } from './talk.ts'

interface Journey {
  what: string
  dialog: string
  input?: Partial<SafetyInput>
  band?: Band
  taps: string[]
  /** Step by step, in the dialog's own ids; after a hand-over with the other dialog's name. */
  said: string
  raised?: string[]
  noted?: string[]
}

const journeys: Journey[] = [
  { what: 'stuck: seen, help, and lightly on', dialog: 't1-check', input: { tier: 'T1' }, taps: ['stuck', 'carry-on'], said: 'heard feeling told-now help next', noted: ['feeling: stuck'] },
  { what: 'a calm minute', dialog: 't1-check', input: { tier: 'T1' }, taps: ['not-say', 'calm'], said: 'heard feeling told-now help next breathe', noted: ['feeling: not-say'] },
  { what: 'unsafe becomes T2', dialog: 't1-check', input: { tier: 'T1' }, taps: ['unsafe'], said: 'heard feeling self-t2/glad self-t2/acting', raised: ['self T2'], noted: ['feeling: unsafe'] },
  { what: "a parent's unsafe becomes their own T2", dialog: 't1-check', band: 'P8-11', input: { tier: 'T1' }, taps: ['unsafe'], said: 'heard feeling parent-self-t2/glad parent-self-t2/acting', raised: ['parent_self T2'] },
  { what: 'thoughts, not acting', dialog: 'self-t2', taps: ['no', 'no', 'friend', 'call', 'yes'], said: 'glad acting hurt nearby told-now numbers contact safeToRing stays', noted: ['acting: no', 'hurt: no', 'nearby: friend', 'contact: call', 'safeToRing: yes'] },
  { what: 'nobody reads now: said so, with when', dialog: 'self-t2', input: { staffedNow: false }, taps: ['no', 'no', 'nobody', 'text'], said: 'glad acting hurt nearby told-later numbers contact stays' },
  { what: 'no alert gets through: it says so, and what to do', dialog: 'self-t2', input: { unreached: true }, taps: ['no', 'no', 'nobody', 'text'], said: 'glad acting hurt nearby told-unreached numbers contact stays' },
  { what: 'no route succeeded: nobody is named', dialog: 'self-t2', input: { told: false }, taps: ['no', 'no', 'nobody', 'text'], said: 'glad acting hurt nearby told-nobody numbers contact stays' },
  { what: 'said before', dialog: 'self-t2', input: { repeat: true }, taps: [], said: 'heard-again acting' },
  { what: 'acting on it becomes T3', dialog: 'self-t2', taps: ['yes', 'no'], said: 'glad acting self-t3/serious self-t3/call self-t3/adult self-t3/told-now self-t3/withSomeone self-t3/find-someone self-t3/numbers', raised: ['self T3'] },
  { what: 'not sure is paged sooner', dialog: 'self-t2', taps: ['not-sure'], said: 'glad acting hurt', raised: ['self T2 priority'] },
  { what: 'hurt becomes medical, with no talk of mood', dialog: 'self-t2', taps: ['no', 'yes', 'yes'], said: 'glad acting hurt medical/call medical/do-not-wait medical/adult medical/told-now medical/withSomeone medical/show-them', raised: ['medical T3'] },
  { what: 'with someone', dialog: 'self-t3', input: { tier: 'T3' }, taps: ['yes'], said: 'serious call adult told-now withSomeone show-them numbers', noted: ['withSomeone: yes'] },
  { what: "can't say", dialog: 'self-t3', input: { tier: 'T3', staffedNow: false }, taps: ['not-say'], said: 'serious call adult told-later withSomeone no-need numbers' },
  { what: 'alone', dialog: 'medical', input: { tier: 'T3' }, taps: ['no'], said: 'call do-not-wait adult told-now withSomeone find-someone' },
  { what: 'safe now', dialog: 'safeguarding', taps: ['yes'], said: 'glad safeNow cannot-keep told-now no-more-needed numbers', noted: ['safeNow: yes'] },
  { what: 'not sure is T3', dialog: 'safeguarding', taps: ['not-sure'], said: 'glad safeNow get-safe not-overheard cannot-keep told-now no-more-needed numbers', raised: ['safeguarding T3'] },
  { what: 'a brother: "dunno" is T3 and nothing more is asked', dialog: 'safeguarding', input: { aboutOther: true }, taps: ['not-sure'], said: 'glad othersSafeNow get-safe not-overheard cannot-keep told-now no-more-needed numbers', raised: ['safeguarding T3'] },
  { what: 'taken seriously, no debate', dialog: 'others', taps: [], said: 'serious step-away call told-now numbers' },
  { what: 'a friend not in danger now, and OK', dialog: 'third-party', taps: ['no', 'ok'], said: 'did-right dangerNow not-alone told-now numbers andYou', noted: ['dangerNow: no', 'andYou: ok'] },
  { what: 'a friend in danger', dialog: 'third-party', taps: ['yes', 'ok'], said: 'did-right dangerNow call not-alone told-now numbers andYou', raised: ['third_party T3'] },
  { what: 'and the writer is not OK', dialog: 'third-party', taps: ['no', 'not-ok'], said: 'did-right dangerNow not-alone told-now numbers andYou t1-check/heard t1-check/feeling', raised: ['self T1'] },
  { what: 'another language or an attachment', dialog: 'unscanned', input: { tier: 'T1' }, taps: [], said: 'cannot-read told-now numbers' },
  { what: 'outside the remit', dialog: 'scope', input: { tier: 'T1' }, taps: [], said: 'one-to-take noted' },
  { what: 'a child in danger now', dialog: 'parent-child-now', band: 'P8-11', input: { tier: 'T3' }, taps: ['no'], said: 'call stay-close told-now withChild not-with-child numbers' },
  { what: 'a child at risk, not now', dialog: 'parent-child-risk', band: 'P12+', taps: ['no'], said: 'thanks dangerNow told-now meanwhile numbers' },
  { what: 'a child at risk, not sure', dialog: 'parent-child-risk', band: 'P12+', taps: ['not-sure'], said: 'thanks dangerNow parent-child-now/call parent-child-now/stay-close parent-child-now/told-now parent-child-now/withChild', raised: ['third_party T3'] },
  { what: 'has hit the child, all safe now', dialog: 'parent-harm', band: 'P5-7', taps: ['yes'], said: 'thanks step-away safeNow have-to-act told-now numbers', noted: ['safeNow: yes'] },
  { what: 'has hit the child, not sure all are safe', dialog: 'parent-harm', band: 'P5-7', taps: ['not-sure'], said: 'thanks step-away safeNow call have-to-act told-now numbers', raised: ['safeguarding T3'] },
  { what: 'domestic abuse', dialog: 'parent-domestic-abuse', band: 'P8-11', taps: ['yes', 'no'], said: 'leave-quickly glad safeNow who-sees told-now helpline safeToRing close', noted: ['safeNow: yes', 'safeToRing: no'] },
  { what: 'domestic abuse, not safe to write', dialog: 'parent-domestic-abuse', band: 'P8-11', taps: ['no'], said: 'leave-quickly glad safeNow call who-sees told-now helpline safeToRing', raised: ['safeguarding T3'] },
  { what: 'about another adult', dialog: 'parent-safeguarding', band: 'P8-11', taps: ['no'], said: 'thanks safeNow call have-to-act told-now no-questions numbers', raised: ['safeguarding T3'] },
  { what: "a parent's own thoughts", dialog: 'parent-self-t2', band: 'P8-11', taps: ['no', 'no', 'yes', 'text'], said: 'glad acting hurt childWithYou told-now numbers contact stays', noted: ['acting: no', 'hurt: no', 'childWithYou: yes', 'contact: text'] },
  { what: 'a parent who may act', dialog: 'parent-self-t2', band: 'P8-11', taps: ['yes', 'no', 'yes'], said: 'glad acting parent-self-t3/serious parent-self-t3/call parent-self-t3/adult parent-self-t3/told-now parent-self-t3/withSomeone parent-self-t3/childWithYou parent-self-t3/child-safe parent-self-t3/numbers', raised: ['parent_self T3'] },
  { what: 'item nine: thoughts only, then carry on', dialog: 'item-nine', input: { value: 1 }, taps: ['no', 'text', 'carry-on'], said: 'thanks acting told-now numbers contact next', noted: ['acting: no', 'contact: text'] },
  { what: 'item nine: not sure', dialog: 'item-nine', input: { value: 1 }, taps: ['not-sure'], said: 'thanks acting told-now numbers contact', raised: ['self T2 priority'] },
  { what: 'item nine: rather talk', dialog: 'item-nine', input: { value: 1 }, taps: ['talk'], said: 'thanks acting told-now numbers contact', raised: ['self T2 priority'] },
  { what: 'item nine: yes', dialog: 'item-nine', input: { value: 1 }, taps: ['yes'], said: 'thanks acting self-t3/serious self-t3/call self-t3/adult self-t3/told-now self-t3/withSomeone', raised: ['self T3'] },
  { what: 'item nine declined: no pressing', dialog: 'declined-item', input: { tier: 'T1' }, taps: [], said: 'fine told-now' },
  { what: 'just a saying', dialog: 'clarify', input: { tier: 'T1' }, taps: ['saying'], said: 'meant thanks', raised: [] },
  { what: 'a bit true', dialog: 'clarify', input: { tier: 'T1' }, taps: ['a-bit'], said: 'meant t1-check/heard t1-check/feeling', raised: ['self T1'] },
  { what: 'not OK', dialog: 'clarify', input: { tier: 'T1' }, taps: ['not-ok'], said: 'meant self-t2/glad self-t2/acting', raised: ['self T2'] },
  { what: 'not OK, about being hurt', dialog: 'clarify', input: { tier: 'T1', lane: 'safeguarding' }, taps: ['not-ok'], said: 'meant safeguarding/glad safeguarding/safeNow', raised: ['safeguarding T2'] },
  { what: 'not OK, about hurting', dialog: 'clarify', input: { tier: 'T1', lane: 'others' }, taps: ['not-ok'], said: 'meant others/serious others/step-away others/call others/told-now others/numbers', raised: ['others T2'] },
  { what: 'taken back: heard, still seen, attached', dialog: 'denial', taps: [], said: 'heard still-seen', raised: [], noted: ['took it back or asked to keep it secret'] },
  { what: 'still here after a T3', dialog: 'still-here', input: { tier: 'T3' }, taps: [], said: 'now' },
  { what: 'still here after a T2', dialog: 'still-here', taps: [], said: 'today' },
  { what: 'no answer after ten minutes', dialog: 'no-reply', taps: [], said: 'no-need told-now' },
] // prettier-ignore

describe.each(journeys)('$dialog: $what', ({ dialog, input, band, taps, said, raised = [], noted }) => {
  const talk = new Talk(dialog, input, band).tap(...taps)
  it('says and asks in this order, and no more', () => {
    expect(talk.said).toEqual(said.split(' ').map((step) => (step.includes('/') ? step : `${dialog}/${step}`)))
  })
  it('raises exactly what the answers ask for', () => {
    expect(talk.raised).toEqual(raised)
    if (noted) expect(talk.noted).toEqual(noted)
  })
})

describe('every safety dialog', () => {
  const ways = safetyDialogs.flatMap((dialog) =>
    BANDS.filter((band) => dialog.audience === 'both' || (dialog.audience === 'parent-carer') === band.startsWith('P')).flatMap((band) =>
      [true, false].flatMap((staffedNow) => [true, false].map((told) => ({ dialog: dialog.id, band, input: { staffedNow, told, tier: 'T2' as const } }))),
    ),
  ) // prettier-ignore

  it('comes to an end by every answer, within eleven questions, in the tone of safety', () => {
    for (const { dialog, band, input } of ways) {
      const waiting: string[][] = [[]]
      const ends: number[] = []
      while (waiting.length > 0 && ends.length < 40) {
        const taps = waiting.pop()!
        const talk = new Talk(dialog, input, band).tap(...taps)
        expect(talk.outputs.every((o) => o.tone === 'safety')).toBe(true)
        if (!talk.open) ends.push(taps.length)
        else if (talk.open.control.kind === 'choices')
          for (const { value } of talk.open.control.options.slice(0, taps.length > 4 ? 1 : 9))
            waiting.push([...taps, value])
        expect(taps.length).toBeLessThan(12)
      }
      expect(ends.length).toBeGreaterThan(0)
    }
  })

  it('has its placeholders filled: no brace is ever shown', () => {
    for (const { dialog, band, input } of ways)
      for (const output of new Talk(dialog, input, band).outputs) expect(output.text).not.toMatch(/[{}]/)
  })

  it('names nobody as told where no route succeeded, and says when it is read out of hours', () => {
    const shown = (told: boolean, staffedNow: boolean) =>
      new Talk('self-t3', { told, staffedNow, tier: 'T3' }).outputs.map((o) => o.text).join('\n')
    expect(shown(true, true)).toContain('I sent this to Dani at 10:00')
    expect(shown(true, false)).toContain('No one from the team reads it until today 17:00')
    expect(shown(false, true)).not.toContain('Dani')
    expect(shown(false, false)).not.toContain('Dani')
  })

  it('stays when something is typed that is no answer, and never says the same thing three times', () => {
    const talk = new Talk('self-t2').type('i dont know what to say').type('leave me alone').type('hello??').type('mm')
    const texts = talk.outputs.map((o) => o.text)
    for (const text of new Set(texts)) expect(texts.filter((t) => t === text).length).toBeLessThan(3)
    expect(talk.raised).toEqual([])
  })
})
