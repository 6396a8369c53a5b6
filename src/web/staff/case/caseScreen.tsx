import { bodyOf } from '../api/client.ts'
import { Deliveries } from '../caseload/deliveries.tsx'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { DeliveryWords } from '../parts/deliveryWords.tsx'
import { ShowLoaded } from '../parts/states.tsx'
import { Authorisations } from './authorisations.tsx'
import { CaseAlerts } from './caseAlerts.tsx'
import { caseKey } from './caseKey.ts'
import { Closing } from './closing.tsx'
import { Entries } from './entries.tsx'
import { Goals } from './goals.tsx'
import { MeasurePlans } from './measurePlan.tsx'
import { Measures } from './measures.tsx'
import { Notes } from './notes.tsx'
import { People } from './people.tsx'
import { Sleep } from './sleep.tsx'
import { Strip } from './strip.tsx'

/** One case on one screen: who, alerts, measures, what they did, what they left, people and their set-up, delivery. */
export default function CaseScreen({ caseId }: { caseId: string }) {
  const { cache } = useDesk()
  const now = useNow()
  const loaded = useLoaded(caseKey(caseId), 'cases', (api) =>
    bodyOf(api.GET('/staff/api/cases/{caseId}', { params: { path: { caseId } } })),
  )
  return (
    <ShowLoaded loaded={loaded} what="the case" onRetry={() => void cache.reload(caseKey(caseId))}>
      {(shown) => (
        <article className="case">
          <Strip shown={shown} now={now} />
          <CaseAlerts shown={shown} now={now} />
          <div className="case-columns">
            <div className="case-main">
              <Measures shown={shown} now={now} />
              <Goals shown={shown} now={now} />
              <Sleep shown={shown} now={now} />
              <Entries shown={shown} now={now} />
            </div>
            <div className="case-side">
              <Notes shown={shown} now={now} />
              <MeasurePlans shown={shown} now={now} />
              <People shown={shown} now={now} />
              <Authorisations shown={shown} now={now} />
              <Closing shown={shown} now={now} />
              <section>
                <h2>Case record</h2>
                <p>
                  <DeliveryWords counts={shown.delivery} />
                </p>
                {shown.delivery.parked > 0 ? <Deliveries caseId={caseId} /> : null}
              </section>
            </div>
          </div>
        </article>
      )}
    </ShowLoaded>
  )
}
