import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'

/** Takes a person's PIN away, so that they choose a new one. */
export function PinReset({ person }: { person: Schemas['Person'] }) {
  const { api, cache } = useDesk()
  const [asking, setAsking] = useState(false)
  const reset = useCommand(() =>
    bodyOf(api.POST('/staff/api/people/{personId}/pin-reset', { params: { path: { personId: person.id } } })),
  )
  const run = async () => {
    if (!(await reset.run(undefined))) return false
    void cache.refresh(['cases'])
    return true
  }
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        Reset PIN
      </Button>
      {asking ? (
        <FormDialog
          title={`Reset ${person.preferredName}’s PIN?`}
          send="Reset PIN"
          ready
          running={reset.running}
          problem={reset.problem}
          onSend={run}
          onClose={() => setAsking(false)}
        >
          <p>
            Do this when you are with them or are sure that it is them who asked. They choose a new PIN the next time
            they open the page on a device that has joined.
          </p>
        </FormDialog>
      ) : null}
    </>
  )
}
