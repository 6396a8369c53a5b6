import { Button } from '@fluentui/react-components'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { whenWords } from '../words/index.ts'

/** The modules a person has now: opening the next step after a session, and ending one. */
export function Assignments({ person, mayChange }: { person: Schemas['Person']; mayChange: boolean }) {
  const { api, cache } = useDesk()
  const now = useNow()
  const current = person.assignments.filter(({ endedAt }) => endedAt === null)
  const end = useCommand((assignmentId: string) =>
    bodyOf(
      api.DELETE('/staff/api/people/{personId}/assignments/{assignmentId}', {
        params: { path: { personId: person.id, assignmentId } },
      }),
    ),
  )
  const choices = useLoaded('choices', 'once', (staffApi) => bodyOf(staffApi.GET('/staff/api/choices')))
  const open = useCommand(({ id, stepOpened }: Schemas['Assignment']) =>
    bodyOf(
      api.PATCH('/staff/api/people/{personId}/assignments/{assignmentId}', {
        params: { path: { personId: person.id, assignmentId: id } },
        body: { from: stepOpened, step: stepOpened + 1 },
      }),
    ),
  )
  const stepsOf = (module: string) => choices.data?.modules.find(({ id }) => id === module)?.steps ?? []
  if (current.length === 0) return <p className="quiet">None: the bot offers nothing until one is assigned.</p>
  return (
    <>
      <ul className="plain">
        {current.map((assignment) => (
          <li key={assignment.id} className="line">
            <span>
              {assignment.title}{' '}
              <span className="quiet">
                · step {assignment.stepOpened}
                {stepNamed(stepsOf(assignment.module)[assignment.stepOpened - 1])} · since{' '}
                {whenWords(assignment.assignedAt, now)}
              </span>
            </span>
            {mayChange && stepsOf(assignment.module).length > assignment.stepOpened ? (
              <Button
                size="small"
                disabled={open.running}
                onClick={() => void open.run(assignment).then(() => cache.refresh(['cases']))}
              >
                Open step {assignment.stepOpened + 1}
                {stepNamed(stepsOf(assignment.module)[assignment.stepOpened])}
              </Button>
            ) : null}
            {mayChange ? (
              <Button
                size="small"
                appearance="subtle"
                aria-label={`End ${assignment.title}`}
                disabled={end.running}
                onClick={() => void end.run(assignment.id).then(() => cache.refresh(['cases']))}
              >
                End
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {end.problem === undefined ? null : <Problem problem={end.problem} />}
      {open.problem === undefined ? null : <Problem problem={open.problem} />}
    </>
  )
}

const stepNamed = (step: { title: string } | undefined): string => (step === undefined ? '' : `, ${step.title}`)
