import type { Schemas } from '../api/client.ts'
import { Choose } from '../parts/choose.tsx'

type Group = Schemas['NormGroup']

const SEXES: readonly (readonly [Group['sex'], string])[] = [
  ['M', 'Boys’ norms'],
  ['F', 'Girls’ norms'],
]
const CONVENTIONS: readonly (readonly [Group['convention'], string])[] = [
  ['nhs-england', 'NHS England’s: age at referral 8–9 is grades 3–4'],
  ['ucla', 'UCLA’s: age 9–10 is grades 3–4'],
]
const BANDS: readonly (readonly [Group['band'], string])[] = (['3-4', '5-6', '7-8', '9-10', '11-12'] as const).map(
  (band) => [band, `US grades ${band}`],
)

/** A norm group while it is being chosen. No band is chosen for anybody: which one fits is for the practitioner to say. */
export interface NormDraft {
  sex: Group['sex'] | ''
  convention: Group['convention']
  band: Group['band'] | ''
}

export const draftOf = (group: Group | null): NormDraft => group ?? { sex: '', convention: 'nhs-england', band: '' }

/** What is chosen: a whole group, null for raw scores only, undefined while something is missing. */
export const chosenGroup = ({ sex, convention, band }: NormDraft): Group | null | undefined =>
  sex === '' ? null : band === '' ? undefined : { sex, convention, band }

interface NormFieldsProps {
  draft: NormDraft
  onChoose: (draft: NormDraft) => void
}

/** In which norms T-scores are read: chosen with the young person, the same from the first score to the last. */
export function NormFields({ draft, onChoose }: NormFieldsProps) {
  return (
    <>
      <Choose<Group['sex']>
        label="Norms for T-scores"
        hint="Choose with the young person. The published norms are binary; raw scores only is always possible."
        none="Raw scores only"
        value={draft.sex}
        choices={SEXES}
        onChoose={(sex) => onChoose({ ...draft, sex })}
      />
      {draft.sex === '' ? null : (
        <div className="form-row">
          <Choose<Group['convention']>
            label="Convention"
            value={draft.convention}
            choices={CONVENTIONS}
            onChoose={(convention) => convention && onChoose({ ...draft, convention })}
          />
          <Choose<Group['band']>
            label="Norm band"
            none="Choose one"
            required
            value={draft.band}
            choices={BANDS}
            onChoose={(band) => onChoose({ ...draft, band })}
          />
        </div>
      )}
    </>
  )
}
