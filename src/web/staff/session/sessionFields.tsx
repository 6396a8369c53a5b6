import { Checkbox, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import type { Schemas } from '../api/client.ts'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { ATTENDANCE_WORDS, REMINDER_WORDS, SESSION_WAY_WORDS } from '../words/index.ts'
import type { Reminders, SessionDraft } from './sessionDraft.ts'

interface SessionFieldsProps {
  draft: SessionDraft
  people: readonly Schemas['Person'][]
  /** The step that this session may open. */
  next: { number: number; title: string } | undefined
  agreed: string
  onChange: (change: Partial<SessionDraft>) => void
}

/** What happened first; only a session that took place asks for the rest. */
export function SessionFields({ draft, people, next, agreed, onChange }: SessionFieldsProps) {
  const held = draft.attendance === 'attended'
  const other =
    people.find(({ id }) => id === draft.personId)?.role === 'young-person' ? 'A parent or carer' : 'The child'
  return (
    <>
      {people.length > 1 ? (
        <Choose
          label="With"
          value={draft.personId}
          choices={people.map(({ id, preferredName }) => [id, preferredName] as const)}
          onChoose={(personId) => onChange({ personId, agreed: null, openStep: false })}
        />
      ) : null}
      <RadioGroup
        aria-label="What happened"
        layout="horizontal"
        className="attendance"
        value={draft.attendance}
        onChange={(_, { value }) => onChange({ attendance: value as Schemas['Attendance'] })}
      >
        {choicesOf(ATTENDANCE_WORDS).map(([value, words]) => (
          <Radio key={value} value={value} label={words} />
        ))}
      </RadioGroup>
      <div className={held ? 'form-row form-row-session' : 'form-row'}>
        <Field label={held ? 'Began' : 'Was planned for'} required>
          <Input
            type="datetime-local"
            value={draft.startsAt}
            onChange={(_, { value }) => onChange({ startsAt: value })}
          />
        </Field>
        {held ? (
          <>
            <Field label="Minutes">
              <Input
                type="number"
                min={1}
                max={480}
                value={draft.minutes}
                onChange={(_, { value }) => onChange({ minutes: value })}
              />
            </Field>
            <Choose<Schemas['SessionWay']>
              label="How"
              value={draft.how}
              choices={choicesOf(SESSION_WAY_WORDS)}
              onChoose={(how) => how && onChange({ how })}
            />
          </>
        ) : null}
      </div>
      {held ? <Agreed draft={draft} next={next} agreed={agreed} other={other} onChange={onChange} /> : null}
      <Field label="Next session" hint={held ? undefined : 'Until then the bot stays with the present step and task.'}>
        <Input
          type="datetime-local"
          value={draft.nextSessionAt}
          onChange={(_, { value }) => onChange({ nextSessionAt: value })}
        />
      </Field>
      <Field label="Note for the case record">
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={2000}
          value={draft.note}
          onChange={(_, { value }) => onChange({ note: value })}
        />
      </Field>
    </>
  )
}

/** What a session that took place leads to: the step, the task, and what the bot does about it. */
function Agreed({ draft, next, agreed, other, onChange }: Omit<SessionFieldsProps, 'people'> & { other: string }) {
  return (
    <>
      <div className="form-row">
        <Checkbox
          label={`${other} was there too`}
          checked={draft.alsoThere}
          onChange={(_, { checked }) => onChange({ alsoThere: checked === true })}
        />
        {next ? (
          <Checkbox
            label={`Open step ${next.number}, ${next.title}`}
            checked={draft.openStep}
            onChange={(_, { checked }) => onChange({ openStep: checked === true })}
          />
        ) : null}
      </div>
      <Field
        label="What we agreed"
        hint="They read it in these words, today. From the step’s template; change it to what was said. Empty: no task."
      >
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={240}
          value={agreed}
          onChange={(_, { value }) => onChange({ agreed: value })}
        />
      </Field>
      {agreed.trim() === '' ? null : (
        <>
          <Choose<Reminders>
            label="The bot"
            value={draft.reminders}
            choices={choicesOf(REMINDER_WORDS)}
            onChoose={(reminders) => reminders && onChange({ reminders })}
          />
          <div className="form-row">
            {draft.reminders === 'prompt-and-check' ? (
              <Field label="First prompt">
                <Input
                  type="datetime-local"
                  value={draft.promptAt}
                  onChange={(_, { value }) => onChange({ promptAt: value })}
                />
              </Field>
            ) : null}
            {draft.reminders === 'none' ? null : (
              <Field label="Check">
                <Input
                  type="datetime-local"
                  value={draft.checkAt}
                  onChange={(_, { value }) => onChange({ checkAt: value })}
                />
              </Field>
            )}
          </div>
        </>
      )}
    </>
  )
}
