import { Radio, RadioGroup } from '@fluentui/react-components'

interface Offer {
  id: string
  title: string
  available: boolean
  whyNot: string | null
}

interface OfferedProps {
  label: string
  offers: readonly Offer[]
  value: string
  onChoose: (id: string) => void
}

/** What can be chosen, and folded beneath it what cannot, each with its reason: nothing is silently left out. */
export function Offered({ label, offers, value, onChoose }: OfferedProps) {
  const open = offers.filter(({ available }) => available)
  const closed = offers.filter(({ available }) => !available)
  return (
    <>
      {open.length > 0 ? (
        <RadioGroup aria-label={label} value={value} onChange={(_, data) => onChoose(data.value)}>
          {open.map(({ id, title }) => (
            <Radio key={id} value={id} label={title} />
          ))}
        </RadioGroup>
      ) : (
        <p>There is nothing to choose here now.</p>
      )}
      {closed.length > 0 ? (
        <details>
          <summary>Not available ({closed.length})</summary>
          <ul className="plain offered-not">
            {closed.map(({ id, title, whyNot }) => (
              <li key={id}>
                {title} <span className="quiet">{whyNot}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
