import { v7, v5 } from 'uuid'

/** A new time-ordered identifier (UUID version 7): rows written together lie together in an index. */
export const newId = (): string => v7()

const NAMESPACE = '5b0f1f9e-52ab-4c7e-9c39-7d6b6a7f1e01'

/** The same name always gives the same identifier (UUID version 5): what makes a repeated turn or a re-sent entry harmless. */
export const idFrom = (...names: string[]): string => v5(names.join('\u0000'), NAMESPACE)
