import type { Schemas } from '../api/client.ts'

/** What every form on an alert is given. */
export interface AlertFormProps {
  alert: Schemas['Alert']
  onDone: (answer: Schemas['AlertWithHistory']) => void
  onRefused: (problem: unknown) => void
  onCancel: () => void
}
