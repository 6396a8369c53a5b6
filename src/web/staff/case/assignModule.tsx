import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { Offered } from '../parts/offered.tsx'
import { ShowLoaded } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'

/** Opens a module for one person. What the service may not offer is listed with the reason, not hidden. */
export default function AssignModule({ person, onClose }: { person: Schemas['Person']; onClose: () => void }) {
  const { api, cache } = useDesk()
  const choices = useLoaded('choices', 'once', (staffApi) => bodyOf(staffApi.GET('/staff/api/choices')))
  const [module, setModule] = useState('')
  const send = useCommand(() =>
    bodyOf(
      api.POST('/staff/api/people/{personId}/assignments', {
        params: { path: { personId: person.id } },
        body: { module },
      }),
    ),
  )
  const has = new Set(
    person.assignments.filter(({ endedAt }) => endedAt === null).map((assignment) => assignment.module),
  )
  const assign = async () => {
    if (!(await send.run(undefined))) return false
    void cache.refresh(['cases'])
    return true
  }
  return (
    <FormDialog
      title={`Assign a module to ${person.preferredName}`}
      send="Assign"
      ready={module !== ''}
      running={send.running}
      problem={send.problem}
      onSend={assign}
      onClose={onClose}
    >
      <ShowLoaded loaded={choices} what="modules" onRetry={() => void cache.reload('choices')}>
        {({ modules }) => (
          <Offered
            label="Module"
            value={module}
            onChoose={setModule}
            offers={modules
              .filter(({ roles }) => roles.includes(person.role))
              .map((offer) =>
                has.has(offer.id) ? { ...offer, available: false, whyNot: 'Assigned already.' } : offer,
              )}
          />
        )}
      </ShowLoaded>
    </FormDialog>
  )
}
