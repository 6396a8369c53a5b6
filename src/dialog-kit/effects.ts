import type { Json } from '../shared/json.ts'
import type { LocalDateTime } from '../shared/calendarDay.ts'

/** What a dialog leaves in the case record: an entry, a plan, a review of one, a check-in. */
export interface SelfHelpRecord {
  recordType: 'entry' | 'plan' | 'review' | 'checkin'
  /** Which programme it belongs to: `low-mood`, `worry`, `sleep`, `behaviour-support`, `general`. */
  module: string
  /** What it is within the module, kebab-case: `activity-log`, `activity-plan`, `activity-review`. */
  name: string
  /** The answers, by the names of the clinical brief. Leave out what was not given: the runner adds what was skipped or declined. */
  fields: { [field: string]: Json | undefined }
  /** When it happened or is meant for, where that is not now. */
  refersTo?: LocalDateTime
  /** The entry this one is about: a review names its plan, by the key of its entry or by its id. */
  about?: string
}

/** Something for the practitioner that is not a risk (brief 1.0, 2.2): seen in the brief and the caseload. */
export type Notice =
  | 'stuck'
  | 'task-mismatch'
  | 'teach-back-wrong-twice'
  | 'not-the-right-person'
  | 'wants-to-stop'
  | 'wants-a-pause'
  | 'measure-not-available'
  | 'measure-missed'
  | 'does-not-recognise-agreement'
  | 'could-not-understand'
  | 'scope-flag'
  | 'step-up'
  | 'how-we-handled-it'

/** What a dialog wants done besides talking. Carried out by the turn's one commit, never by the dialog. */
export type Effect =
  | { type: 'record'; entry: string; record: SelfHelpRecord; skipped: string[]; declined: string[] }
  | { type: 'remind'; key: string; at: LocalDateTime; dialog: string; input: Json }
  | { type: 'cancel-reminder'; key: string }
  | { type: 'raise'; lane: string; tier: 'T1' | 'T2' | 'T3'; priority?: boolean; because: string }
  | { type: 'saying'; lane: string; term: string; words: string }
  | { type: 'note-on-escalation'; note: string }
  | { type: 'notice'; notice: Notice; detail?: string }
  | { type: 'activate' }
  | { type: 'settings'; settings: { [name: string]: Json | undefined } }
  | { type: 'note'; text: string; purpose: 'for-practitioner' | 'agenda' }
