import { useEffect, useState } from 'react'

/** Where in the page one is. Kept in the address after `#`, so that links work in a browser and inside Teams alike. */
export type Place =
  | { at: 'alerts'; alertId?: string }
  | { at: 'caseload' }
  | { at: 'case'; caseId: string }
  | { at: 'brief'; caseId: string }
  | { at: 'rota' }
  | { at: 'report' }
  | { at: 'nowhere' }

/** The parts of an address after `#`; a broken one is one that leads nowhere. */
function partsOf(hash: string): string[] {
  try {
    return hash
      .replace(/^#?\/?/, '')
      .split('/')
      .map(decodeURIComponent)
  } catch {
    return ['broken']
  }
}

/** Reads an address' part after `#`. What it does not know is `nowhere`, never a guess. */
export function placeOf(hash: string): Place {
  const [area, id, part, more] = partsOf(hash)
  if (area === 'cases' && id && part === 'brief' && more === undefined) return { at: 'brief', caseId: id }
  if (part !== undefined) return { at: 'nowhere' }
  if (area === '' || area === undefined) return { at: 'alerts' }
  if (area === 'alerts') return id ? { at: 'alerts', alertId: id } : { at: 'alerts' }
  if (area === 'caseload' && !id) return { at: 'caseload' }
  if (area === 'rota' && !id) return { at: 'rota' }
  if (area === 'report' && !id) return { at: 'report' }
  if (area === 'cases' && id) return { at: 'case', caseId: id }
  return { at: 'nowhere' }
}

/** The address of a place, for `href`. */
export function linkTo(place: Exclude<Place, { at: 'nowhere' }>): string {
  switch (place.at) {
    case 'alerts':
      return place.alertId ? `#/alerts/${encodeURIComponent(place.alertId)}` : '#/alerts'
    case 'caseload':
      return '#/caseload'
    case 'rota':
      return '#/rota'
    case 'report':
      return '#/report'
    case 'case':
      return `#/cases/${encodeURIComponent(place.caseId)}`
    case 'brief':
      return `#/cases/${encodeURIComponent(place.caseId)}/brief`
  }
}

/** Goes somewhere, as a click on a link would. */
export const goTo = (place: Exclude<Place, { at: 'nowhere' }>): void => {
  window.location.hash = linkTo(place)
}

/** The present place, followed. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(window.location.hash))
  useEffect(() => {
    const moved = () => setPlace(placeOf(window.location.hash))
    window.addEventListener('hashchange', moved)
    return () => window.removeEventListener('hashchange', moved)
  }, [])
  return place
}
