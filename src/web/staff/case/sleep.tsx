import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { ShowLoaded } from '../parts/states.tsx'
import { capital, fieldWords, shortDayWords } from '../words/index.ts'
import { changeTickWords, nightsWords, shiftWords, signWords, SLEEP_ROWS } from '../words/sleep.ts'
import type { CasePartProps } from './caseKey.ts'

const MODULE = 'sleep'

/** The sleep diary put together, for cases with the sleep programme. */
export function Sleep({ shown }: CasePartProps) {
  const has = shown.people.some(({ assignments }) => assignments.some(({ module }) => module === MODULE))
  return has ? <SleepDiary caseId={shown.caseId} /> : null
}

function SleepDiary({ caseId }: { caseId: string }) {
  const { cache } = useDesk()
  const key = `sleep/${caseId}`
  const loaded = useLoaded(key, 'cases', (api) =>
    bodyOf(api.GET('/staff/api/cases/{caseId}/sleep', { params: { path: { caseId } } })),
  )
  return (
    <section aria-label="Sleep">
      <h2>Sleep, last fortnight</h2>
      <ShowLoaded loaded={loaded} what="the sleep diary" onRetry={() => void cache.reload(key)}>
        {(summary) => <Summary summary={summary} />}
      </ShowLoaded>
    </section>
  )
}

/** School nights and free nights are never averaged together; each stands with its n. */
function Summary({ summary }: { summary: Schemas['SleepSummary'] }) {
  const { nights, school, free, weekendShift, rested, changes, notUpToThem, noticed, notes, signs } = summary
  const shift = shiftWords(weekendShift)
  return (
    <>
      {signs.length > 0 ? (
        <ul className="plain">
          {signs.map((sign) => (
            <li key={signWords(sign)} className="answer-risk">
              {signWords(sign)}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {nightsWords(nights)}
        {summary.enough ? '' : ' · too few to read: five are needed, one of them before a free day'}
      </p>
      {nights.valid > 0 ? (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="School nights and free nights">
          <table className="scores">
            <thead>
              <tr>
                <th scope="col">Mean</th>
                <th scope="col">School nights (n {school.n})</th>
                <th scope="col">Free nights (n {free.n})</th>
              </tr>
            </thead>
            <tbody>
              {SLEEP_ROWS.map(([title, words]) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  <td>{words(school)}</td>
                  <td>{words(free)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {shift === undefined ? null : <p>{shift}</p>}
      {rested.length > 0 ? (
        <p>
          Rested, 0 to 10, by weeks:{' '}
          {rested.map(({ from, mean, n }) => `${mean.toFixed(1)} (n ${n}, from ${shortDayWords(from)})`).join(' → ')}
        </p>
      ) : null}
      {changes.map((change) => (
        <p key={change.what}>
          “{change.what}” ({fieldWords(change.days).toLowerCase()}): {changeTickWords(change)}
        </p>
      ))}
      {notUpToThem.length > 0 ? (
        <p>Not up to them: {capital(notUpToThem.map(fieldWords).join(', ').toLowerCase())}</p>
      ) : null}
      {noticed.map((words) => (
        <p key={words}>
          Noticed: <q>{words}</q>
        </p>
      ))}
      {notes.map(({ night, note }) => (
        <p key={night}>
          Night of {shortDayWords(night)}: <q>{note}</q>
        </p>
      ))}
    </>
  )
}
