import type { Schemas } from '../api/client.ts'

/** Shapes that differ in outline, not in colour: octagon now, triangle today, circle worth a look. */
const SHAPES: Record<Schemas['Tier'], string> = {
  T3: 'M5.500 1h5L15 5.500v5L10.500 15h-5L1 10.500v-5z',
  T2: 'M8 1.200 15.400 14.500H.6z',
  T1: 'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13z',
}

/** The name staff know a tier by, beside the words that say how fast a human must look. */
export function TierMark({ tier, words, priority }: { tier: Schemas['Tier']; words: string; priority?: boolean }) {
  return (
    <span className={`tier tier-${tier}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d={SHAPES[tier]} fill="currentColor" />
      </svg>
      <span>
        {tier} · {words}
        {priority ? ' · priority' : ''}
      </span>
    </span>
  )
}
