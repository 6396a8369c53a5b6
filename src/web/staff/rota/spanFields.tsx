import { Field, Input } from '@fluentui/react-components'

interface Span {
  from: string
  until: string
}

/** From when until when, on England's clocks. */
export function SpanFields({ span, onChange }: { span: Span; onChange: (part: Partial<Span>) => void }) {
  return (
    <>
      <Field label="From">
        <Input type="datetime-local" value={span.from} onChange={(_, { value }) => onChange({ from: value })} />
      </Field>
      <Field label="Until">
        <Input type="datetime-local" value={span.until} onChange={(_, { value }) => onChange({ until: value })} />
      </Field>
    </>
  )
}
