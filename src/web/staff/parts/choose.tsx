import { Field, Select } from '@fluentui/react-components'

interface ChooseProps<Value extends string> {
  label: string
  hint?: string
  value: Value | ''
  choices: readonly (readonly [Value, string])[]
  /** Shown first and means no choice; without it one is always chosen. */
  none?: string
  required?: boolean
  onChoose: (value: Value | '') => void
}

/** One of a few, as the platform's own list: it works with a keyboard, a screen reader and a thumb. */
export function Choose<Value extends string>({
  label,
  hint,
  value,
  choices,
  none,
  required,
  onChoose,
}: ChooseProps<Value>) {
  return (
    <Field label={label} hint={hint} required={required ?? false}>
      <Select value={value} onChange={(_, data) => onChoose(data.value as Value | '')}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** A table of words as choices, in its order. */
export const choicesOf = <Value extends string>(words: Record<Value, string>): [Value, string][] =>
  Object.entries(words) as [Value, string][]
