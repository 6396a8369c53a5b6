import { useEffect, useState } from 'react'
import { usePage } from '../parts.ts'
import { w } from '../words/words.ts'

const PATIENCE_MS = 1_500

/** Says that the connection is gone once that has lasted a moment, and that what was written is kept. */
export function Reconnecting() {
  const { connection, outgoing } = usePage()
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (connection === 'online') return setLong(false)
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [connection])
  const kept = outgoing.some((m) => m.state !== 'sent')
  const words = kept ? w('connection.reconnecting') : w('connection.reconnecting-nothing-kept')
  return (
    <p role="status" className="reconnecting">
      {long ? words : ''}
    </p>
  )
}
