import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface RowsProps<Row> {
  title: string
  /** The word on the button that adds one. */
  add: string
  none: string
  rows: readonly Row[]
  fresh: () => Row
  onChange: (rows: Row[]) => void
  /** The fields of one row; `change` keeps what is typed. */
  fields: (row: Row, change: (part: Partial<Row>) => void) => ReactNode
}

/** A list whose entries are added, changed and taken away in place. */
export function Rows<Row>({ title, add, none, rows, fresh, onChange, fields }: RowsProps<Row>) {
  return (
    <fieldset className="rota-rows">
      <legend>{title}</legend>
      {rows.length === 0 ? <p className="quiet">{none}</p> : null}
      {rows.map((row, index) => (
        <div className="form-row" key={index}>
          {fields(row, (part) => onChange(rows.map((one, n) => (n === index ? { ...one, ...part } : one))))}
          <Button
            size="small"
            aria-label={`Remove ${title.toLowerCase()} ${index + 1}`}
            onClick={() => onChange(rows.filter((_, n) => n !== index))}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, fresh()])}>
        {add}
      </Button>
    </fieldset>
  )
}
