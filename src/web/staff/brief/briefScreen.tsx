import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { ShowLoaded } from '../parts/states.tsx'
import { whenWords } from '../words/index.ts'
import { BriefAgreed } from './briefAgreed.tsx'
import { BriefFlags } from './briefFlags.tsx'
import { BriefMeasures } from './briefMeasures.tsx'
import { BriefNext } from './briefNext.tsx'
import { BriefStrip } from './briefStrip.tsx'

const RecordSession = lazy(() => import('../session/recordSession.tsx'))

/** Read before a session in a minute and a half, and printed on one page (brief 6.1). */
export default function BriefScreen({ caseId }: { caseId: string }) {
  const { cache } = useDesk()
  const key = `brief/${caseId}`
  const loaded = useLoaded(key, 'cases', (api) =>
    bodyOf(api.GET('/staff/api/cases/{caseId}/brief', { params: { path: { caseId } } })),
  )
  return (
    <ShowLoaded loaded={loaded} what="the brief" onRetry={() => void cache.reload(key)}>
      {(brief) => <Brief brief={brief} />}
    </ShowLoaded>
  )
}

function Brief({ brief }: { brief: Schemas['Brief'] }) {
  const now = useNow()
  const [recording, setRecording] = useState(false)
  return (
    <article className="brief" aria-label="Session brief">
      <BriefStrip brief={brief} now={now}>
        <Button appearance="subtle" size="small" onClick={() => window.print()}>
          Print
        </Button>
        <Button size="small" as="a" href={linkTo({ at: 'case', caseId: brief.caseId })}>
          Whole case
        </Button>
        {brief.mayChange ? (
          <Button appearance="primary" size="small" onClick={() => setRecording(true)}>
            Record session
          </Button>
        ) : null}
      </BriefStrip>
      <div className="brief-grid">
        <div>
          <BriefFlags brief={brief} now={now} />
          <BriefMeasures brief={brief} />
        </div>
        <div>
          <BriefAgreed brief={brief} now={now} />
          <BriefNext brief={brief} now={now} />
        </div>
      </div>
      <p className="brief-foot quiet">
        Made {whenWords(brief.madeAt, now)}
        {brief.since
          ? ` · “new” means since the session of ${whenWords(brief.since, now)}`
          : ' · no session recorded yet'}
        {' · screening, not diagnosis'}
      </p>
      {recording ? (
        <Suspense fallback={null}>
          <RecordSession caseId={brief.caseId} onClose={() => setRecording(false)} />
        </Suspense>
      ) : null}
    </article>
  )
}
