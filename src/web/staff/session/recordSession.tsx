import { useState } from 'react'
import { bodyOf, Refused, type Schemas } from '../api/client.ts'
import { caseKey } from '../case/caseKey.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { firstDraft, moduleOf, stepsOf, toRecord, type SessionDraft } from './sessionDraft.ts'
import { SessionFields } from './sessionFields.tsx'

/** The record of a session in a minute (brief 1.0): what happened, what was agreed, what comes next. */
export default function RecordSession({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const shown = useLoaded(caseKey(caseId), 'cases', (api) =>
    bodyOf(api.GET('/staff/api/cases/{caseId}', { params: { path: { caseId } } })),
  )
  const choices = useLoaded('choices', 'once', (api) => bodyOf(api.GET('/staff/api/choices')))
  if (shown.data === undefined || choices.data === undefined) return null
  return <Form first={shown.data} modules={choices.data.modules} onClose={onClose} />
}

interface FormProps {
  /** The case as it was when the form was opened: the record is made from this version. */
  first: Schemas['CaseDetail']
  modules: Schemas['Choices']['modules']
  onClose: () => void
}

function Form({ first, modules, onClose }: FormProps) {
  const { api, cache } = useDesk()
  const now = useNow()
  const [shown] = useState(first)
  const [sessionId] = useState(() => crypto.randomUUID())
  const [draft, setDraft] = useState<SessionDraft>(() => firstDraft(shown, now))
  const person = shown.people.find(({ id }) => id === draft.personId)
  const assignment = moduleOf(person)
  const { next, template } = stepsOf(assignment, modules, draft.openStep)
  const agreed = draft.agreed ?? template
  const record = person && toRecord(draft, { sessionId, version: shown.version, agreed, assignment, person })
  const send = useCommand(async (body: Schemas['NewSession']) => {
    try {
      return await bodyOf(
        api.POST('/staff/api/cases/{caseId}/sessions', { params: { path: { caseId: shown.caseId } }, body }),
      )
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 409) void cache.reload(caseKey(shown.caseId))
      throw problem
    }
  })
  const save = async () => {
    if (!record || !(await send.run(record))) return false
    void cache.refresh(['cases'])
    return true
  }
  return (
    <FormDialog
      title={`Record session ${shown.sessionNumber}`}
      send="Record"
      ready={!!record}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <SessionFields
        draft={draft}
        people={shown.people}
        next={next}
        agreed={agreed}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </FormDialog>
  )
}
