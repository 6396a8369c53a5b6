import type { Figure } from './quarterlyReport.ts'

/** A number from 1 to 4 could show who it is. */
export const SMALLEST_SHOWN = 5

const isSmall = ({ basis }: Figure): boolean => basis > 0 && basis < SMALLEST_SHOWN

/**
 * The figures that must not leave the service: those of 1 to 4, and where only one of a breakdown is so small, the next
 * smallest of it too, because the rest and the total would tell the first. Nought is shown. Pure.
 */
export function smallFigures(figures: readonly Figure[]): ReadonlySet<Figure> {
  const small = new Set(figures.filter(isSmall))
  for (const id of new Set(figures.flatMap(({ id: one, of }) => (of === null ? [] : [one])))) {
    const kinds = figures.filter((figure) => figure.id === id && figure.basis > 0)
    const [first, ...more] = kinds.filter((figure) => small.has(figure))
    if (first === undefined || more.length > 0) continue
    const next = kinds.filter((figure) => figure !== first).sort((a, b) => a.basis - b.basis)[0]
    if (next !== undefined) small.add(next)
  }
  return small
}
