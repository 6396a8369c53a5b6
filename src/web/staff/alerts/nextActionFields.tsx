import { Field, Input } from '@fluentui/react-components'

/** What happens next and by when, while it is typed. */
export interface NextActionDraft {
  nextAction: string
  nextActionAt: string
}

interface NextActionFieldsProps {
  draft: NextActionDraft
  onChange: (draft: NextActionDraft) => void
}

/** Asked for wherever nobody has been reached: it must not end there. */
export function NextActionFields({ draft, onChange }: NextActionFieldsProps) {
  return (
    <div className="form-row">
      <Field label="What happens next" required>
        <Input
          value={draft.nextAction}
          maxLength={500}
          onChange={(_, { value }) => onChange({ ...draft, nextAction: value })}
        />
      </Field>
      <Field label="By when" required>
        <Input
          type="datetime-local"
          value={draft.nextActionAt}
          onChange={(_, { value }) => onChange({ ...draft, nextActionAt: value })}
        />
      </Field>
    </div>
  )
}
