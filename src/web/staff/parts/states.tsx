import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { problemWords } from '../api/client.ts'
import type { Loaded } from '../live/cache.ts'

/** Grey lines in the shape of what is coming. */
export const Waiting = ({ what }: { what: string }) => (
  <Skeleton className="waiting" aria-label={`Fetching ${what}`}>
    <SkeletonItem size={24} />
    <SkeletonItem size={72} />
    <SkeletonItem size={72} />
    <SkeletonItem size={72} />
  </Skeleton>
)

/** Something did not work, in words that say what to do next. */
export const Problem = ({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) => (
  <MessageBar intent="error" layout="multiline" role="alert">
    <MessageBarBody>{problemWords(problem)}</MessageBarBody>
    {onRetry ? (
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      </MessageBarActions>
    ) : null}
  </MessageBar>
)

interface ShowLoadedProps<T> {
  loaded: Loaded<T>
  what: string
  onRetry: () => void
  children: (data: T) => ReactNode
}

/** What was fetched; a skeleton before, and a problem beside what was known when fetching it again did not work. */
export function ShowLoaded<T>({ loaded, what, onRetry, children }: ShowLoadedProps<T>) {
  if (loaded.data === undefined && loaded.problem === undefined) return <Waiting what={what} />
  return (
    <>
      {loaded.problem !== undefined && !loaded.loading ? <Problem problem={loaded.problem} onRetry={onRetry} /> : null}
      {loaded.data === undefined ? null : children(loaded.data)}
    </>
  )
}
