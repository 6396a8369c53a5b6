import { Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { CASE_DECISION_WORDS, counted, whenWords } from '../words/index.ts'
import { caseKey, type CasePartProps } from './caseKey.ts'

const DECISIONS = Object.keys(CASE_DECISION_WORDS) as Schemas['CaseDecision'][]

/** The mark for the supervisor's look at the whole case, the form that clears it, and what was decided before. */
export function Review({ shown, now }: CasePartProps) {
  const [deciding, setDeciding] = useState(false)
  const { data } = useLoaded(reviewsKey(shown.caseId), 'cases', (api) =>
    bodyOf(api.GET('/staff/api/cases/{caseId}/reviews', { params: { path: { caseId: shown.caseId } } })),
  )
  const wantedAt = data ? data.wantedAt : shown.reviewWantedAt
  return (
    <>
      {wantedAt ? (
        <div className="gaps" role="note">
          <p>
            <strong>For supervisor case review</strong> since {whenWords(wantedAt, now)}:{' '}
            {data
              ? `there have been ${counted(data.incidents, 'incident', 'incidents')}`
              : 'there have been two incidents'}{' '}
            in this episode. Talk over whether this service is still the right one.
          </p>
          {data?.mayReview ? (
            <Button size="small" onClick={() => setDeciding(true)}>
              Record the review
            </Button>
          ) : null}
        </div>
      ) : null}
      {data && data.reviews.length > 0 ? (
        <details>
          <summary>Supervisor case reviews ({data.reviews.length})</summary>
          <ul className="plain">
            {data.reviews.map((review) => (
              <li key={review.id}>
                <strong>{CASE_DECISION_WORDS[review.decision]}</strong> · {review.by.name}, {whenWords(review.at, now)}
                <p>{review.note}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {deciding && data ? <ReviewForm shown={shown} reviews={data} onClose={() => setDeciding(false)} /> : null}
    </>
  )
}

const reviewsKey = (caseId: string) => `reviews/${caseId}`

interface ReviewFormProps {
  shown: Schemas['CaseDetail']
  reviews: Schemas['CaseReviews']
  onClose: () => void
}

function ReviewForm({ shown, reviews, onClose }: ReviewFormProps) {
  const { api, cache, me } = useDesk()
  const [incidents] = useState(reviews.incidents)
  const [decision, setDecision] = useState<Schemas['CaseDecision'] | null>(null)
  const [note, setNote] = useState('')
  const send = useCommand((body: Schemas['NewCaseReview']) =>
    bodyOf(api.POST('/staff/api/cases/{caseId}/reviews', { params: { path: { caseId: shown.caseId } }, body })),
  )
  const save = async () => {
    const kept = decision && (await send.run({ decision, note: note.trim(), incidents }))
    if (!kept) return false
    cache.put(reviewsKey(shown.caseId), kept)
    void cache.reload(caseKey(shown.caseId))
    void cache.refresh(['cases'])
    return true
  }
  return (
    <FormDialog
      title="Supervisor case review"
      send="Keep and clear the mark"
      ready={decision !== null && note.trim().length >= 3}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <Field label="Decision" required>
        <RadioGroup value={decision ?? ''} onChange={(_, { value }) => setDecision(value as Schemas['CaseDecision'])}>
          {DECISIONS.map((one) => (
            <Radio key={one} value={one} label={CASE_DECISION_WORDS[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="Note" hint="Why, and what follows. It cannot be changed later." required>
        <Textarea value={note} maxLength={4000} rows={3} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <p className="quiet">
        Kept under your name, {me.name}. No alert is changed by it, and the next incident marks the case again.
      </p>
    </FormDialog>
  )
}
