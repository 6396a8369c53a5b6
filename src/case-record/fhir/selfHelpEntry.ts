import type { SelfHelpEntry } from '../../record/events.ts'
import { formChange } from './form.ts'
import { blankItem, formItems } from './formItems.ts'
import { system } from './naming.ts'
import type { CaseSubject, Change, Element } from './resource.ts'

/** An entry, plan, review or check-in: the form of its module, answers by name. */
export function mapSelfHelpEntry(event: SelfHelpEntry, subject: CaseSubject): Change[] {
  const note = (what: string, value: string | null): Element[] =>
    value === null ? [] : [{ url: system(what), valueString: value }]
  return [
    formChange(event, subject, {
      questionnaire: `${system(`self-help:${event.module}:${event.name}`)}|${event.dialog.version}`,
      item: [
        ...formItems(event.fields),
        ...event.skipped.map((name) => blankItem(name, 'skipped')),
        ...event.declined.map((name) => blankItem(name, 'declined')),
      ],
      extension: [
        ...note('record-type', event.recordType),
        ...note('dialog', event.dialog.id),
        ...note('refers-to', event.refersTo),
        ...note('about', event.about),
      ],
    }),
  ]
}
