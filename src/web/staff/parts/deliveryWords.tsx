import type { Schemas } from '../api/client.ts'
import { deliveryWords } from '../words/index.ts'

/** How entries stand on their way to the case record, as words with a shape: parked needs a person. */
export function DeliveryWords({ counts }: { counts: Schemas['DeliveryCounts'] }) {
  if (counts.waiting + counts.parked + counts.delivered === 0)
    return <span className="quiet">{deliveryWords(counts)}</span>
  const state = counts.parked > 0 ? 'parked' : counts.waiting > 0 ? 'waiting' : 'delivered'
  return (
    <span className={`delivery delivery-${state}`}>
      <span aria-hidden="true">{{ parked: '■', waiting: '◌', delivered: '✓' }[state]}</span> {deliveryWords(counts)}
    </span>
  )
}
