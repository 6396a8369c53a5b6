import { Sheet } from '../frame/Sheet.tsx'
import { w } from '../words/words.ts'
import { Helplines } from './Helplines.tsx'
import { OwnPlan } from './OwnPlan.tsx'

/** Help now: over everything, without signing in, and with the server gone. A person nearby comes before any number. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={w('help.title')} close={w('help.close')} onClose={onClose} kind="help">
      <div className="danger">
        <p>
          <strong>{w('help.danger')}</strong>
        </p>
        <p>{w('help.person')}</p>
      </div>
      <OwnPlan />
      <Helplines />
      <p className="small">{w('help.offline')}</p>
      <p className="small">{w('help.nobody')}</p>
    </Sheet>
  )
}
