import { bodyOf } from '../api/client.ts'
import { useLoaded } from '../live/desk.tsx'

/** Open alerts this member of staff may see: T3 first, then the oldest first. */
export const useAlerts = () => useLoaded('alerts', 'alerts', (api) => bodyOf(api.GET('/staff/api/alerts')))

/** One alert with its history. Reading it is written down by the server and acknowledges nothing. */
export const useAlert = (alertId: string) =>
  useLoaded(`alert/${alertId}`, 'alerts', (api) =>
    bodyOf(api.GET('/staff/api/alerts/{alertId}', { params: { path: { alertId } } })),
  )
