import { Button } from '@fluentui/react-components'
import { bodyOf, type Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import {
  agoWords,
  capital,
  counted,
  DELIVERY_TYPE_WORDS,
  deliveryWords,
  fieldWords,
  READ_BACK_WORDS,
  whenWords,
} from '../words/index.ts'

/** What is on its way to the case record, and what stopped and needs a person. For one case, or for all one may see. */
export function Deliveries({ caseId }: { caseId?: string }) {
  const { cache } = useDesk()
  const now = useNow()
  const loaded = useLoaded('deliveries', 'cases', (api) => bodyOf(api.GET('/staff/api/deliveries')))
  if (!loaded.data)
    return loaded.problem === undefined ? null : (
      <Problem problem={loaded.problem} onRetry={() => void cache.reload('deliveries')} />
    )
  const { counts, oldestWaitingSince, readBack, notReached } = loaded.data
  const faults = readBack.faults.filter((fault) => caseId === undefined || fault.caseId === caseId)
  const parked = loaded.data.parked.filter((entry) => caseId === undefined || entry.caseId === caseId)
  return (
    <section className="deliveries" aria-label="Case record">
      {caseId === undefined ? (
        <>
          <h2>On the way to the case record</h2>
          <p>
            {capital(deliveryWords(counts))}
            {counts.waiting > 0 && oldestWaitingSince
              ? `; the oldest waits since ${whenWords(oldestWaitingSince, now)}`
              : ''}
            .{counts.waiting > 0 ? ' Waiting ones are sent by themselves.' : ''}
            {readBack.lastAt === null
              ? ''
              : ` ${readBack.notYet === 0 ? 'All' : readBack.same} read back from the case record and found as sent, last ${whenWords(readBack.lastAt, now)}.`}
          </p>
          {notReached.map(({ stream, since, reason }) => (
            <p key={stream} className="delivery delivery-parked" role="status">
              The case record {stream === 'risk' ? 'takes no risk flags' : 'does not answer'} since{' '}
              {whenWords(since, now)} ({reason ?? 'no reason given'}). It is asked again by itself.
            </p>
          ))}
        </>
      ) : null}
      {parked.length > 0 ? (
        <>
          <h3>
            {counted(parked.length, 'delivery stopped', 'deliveries stopped')}: the case record does not have this yet
          </h3>
          <ul className="plain parked">
            {parked.map((entry) => (
              <Parked key={entry.outboxId} entry={entry} now={now} withCase={caseId === undefined} />
            ))}
          </ul>
        </>
      ) : null}
      {faults.length > 0 ? (
        <>
          <h3>{counted(faults.length, 'difference', 'differences')} found when the case record was read back</h3>
          <ul className="plain parked">
            {faults.map((fault, n) => (
              <li key={`${fault.caseId} ${fault.outboxId ?? n}`}>
                <div>
                  <strong>{fault.type === null ? 'Unknown' : (DELIVERY_TYPE_WORDS[fault.type] ?? fault.type)}</strong>{' '}
                  of <a href={linkTo({ at: 'case', caseId: fault.caseId })}>{fault.caseRef}</a>:{' '}
                  {READ_BACK_WORDS[fault.what]}
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** A stopped delivery: what it is, why it stopped, and sending it again. */
function Parked({ entry, now, withCase }: { entry: Schemas['ParkedDelivery']; now: Date; withCase: boolean }) {
  const { api, cache } = useDesk()
  const again = useCommand(() =>
    bodyOf(api.POST('/staff/api/deliveries/{outboxId}/resend', { params: { path: { outboxId: entry.outboxId } } })),
  )
  return (
    <li>
      <div>
        <strong>{DELIVERY_TYPE_WORDS[entry.type] ?? fieldWords(entry.type)}</strong>
        {withCase ? (
          <>
            {' '}
            of <a href={linkTo({ at: 'case', caseId: entry.caseId })}>{entry.caseRef}</a>
          </>
        ) : null}
        <p className="quiet">
          Made {whenWords(entry.createdAt, now)}, stopped {agoWords(entry.parkedAt, now)} after{' '}
          {counted(entry.attempts, 'try', 'tries')}. The case record said: {entry.reason}
        </p>
        {again.problem === undefined ? null : <Problem problem={again.problem} />}
      </div>
      <Button
        size="small"
        disabled={again.running}
        onClick={() => void again.run(undefined).then((answer) => answer && cache.refresh(['cases']))}
      >
        Send again
      </Button>
    </li>
  )
}
