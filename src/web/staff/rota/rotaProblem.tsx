import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { Refused } from '../api/client.ts'
import { Problem } from '../parts/states.tsx'

/** What was wrong with a change of the rota: each fault by name, one a line. */
export function RotaProblem({ problem }: { problem: unknown }) {
  if (problem === undefined) return null
  if (!(problem instanceof Refused) || problem.faults.length === 0) return <Problem problem={problem} />
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {problem.detail}
        <ul className="rota-faults">
          {problem.faults.map((fault, index) => (
            <li key={index}>
              <strong>{fault.place}:</strong> {fault.problem}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
