import { Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, Refused, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'

interface GoalFormProps {
  people: readonly Schemas['Person'][]
  /** The goal to change; null for a new one. */
  goal: Schemas['Goal'] | null
  onClose: () => void
}

const STATES: readonly (readonly [Schemas['GoalState'], string])[] = [
  ['active', 'Working on it'],
  ['reached', 'Reached'],
  ['dropped', 'Dropped'],
]

/** Agrees a goal, or rewords one or says what became of it. Another goal is a new one: its number is never used again. */
export default function GoalForm({ people, goal, onClose }: GoalFormProps) {
  const { api, cache } = useDesk()
  const [personId, setPersonId] = useState(goal?.personId ?? people[0]?.id ?? '')
  const [words, setWords] = useState(goal?.words ?? '')
  const [state, setState] = useState<Schemas['GoalState']>(goal?.state ?? 'active')
  const [looked, setLooked] = useState(false)
  const send = useCommand(() =>
    goal
      ? bodyOf(
          api.PATCH('/staff/api/people/{personId}/goals/{goalId}', {
            params: { path: { personId, goalId: goal.goalId } },
            body: { version: goal.version, words, state, looked },
          }),
        )
      : bodyOf(
          api.POST('/staff/api/people/{personId}/goals', { params: { path: { personId } }, body: { words, looked } }),
        ),
  )
  const save = async () => {
    if (!(await send.run(undefined))) return false
    void cache.refresh(['cases'])
    return true
  }
  const mustLook = send.problem instanceof Refused && send.problem.code === 'look-at-words'
  return (
    <FormDialog
      title={goal ? `Goal ${goal.number}` : 'Agree a goal'}
      send="Save"
      ready={words.trim().length >= 3 && personId !== ''}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      {goal ? null : (
        <Choose
          label="Whose goal it is"
          value={personId}
          choices={people.map(({ id, preferredName }) => [id, preferredName] as const)}
          onChoose={setPersonId}
        />
      )}
      <Field
        label="In their own words"
        hint="They read it before every rating. Up to three goals for each person."
        required
      >
        <Input maxLength={140} value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      {goal ? (
        <Choose<Schemas['GoalState']>
          label="Where it stands"
          value={state}
          choices={STATES}
          onChoose={(chosen) => chosen && setState(chosen)}
        />
      ) : null}
      {mustLook || looked ? (
        <Checkbox
          label="These are the words agreed, and I have acted on what is behind them"
          checked={looked}
          onChange={(_, { checked }) => setLooked(checked === true)}
        />
      ) : null}
    </FormDialog>
  )
}
