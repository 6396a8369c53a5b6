import type { Schemas } from '../api/client.ts'

const RELIABLE_WORDS = { improved: 'better', deteriorated: 'worse', none: 'no reliable change' } as const
const CONVENTION_WORDS: Record<Schemas['NormGroup']['convention'], string> = {
  'nhs-england': 'NHS England’s convention',
  ucla: 'UCLA’s convention',
}
const SEX_WORDS: Record<Schemas['NormGroup']['sex'], string> = { M: 'boys', F: 'girls' }

/** Which norms T-scores are read in, as staff read it. */
export const normWords = ({ convention, band, sex }: Schemas['NormGroup']): string =>
  `norms of ${SEX_WORDS[sex]}, US grades ${band} by ${CONVENTION_WORDS[convention]}`

/** The single scales of a measure: last score, T with its band, and the change from the first by the national threshold. */
export function ScaleTable({
  series,
  normGroup,
}: {
  series: Schemas['MeasureSeries']
  normGroup: Schemas['NormGroup'] | null
}) {
  if (series.scales.length === 0) return null
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`${series.title}: scales`}>
      <table className="scores">
        <caption>
          {series.hasNorms
            ? normGroup
              ? `T-scores in ${normWords(normGroup)}`
              : 'Raw scores only: no norm group is chosen (“Session and details”)'
            : 'Raw scores'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Scale</th>
            <th scope="col">First</th>
            <th scope="col">Last</th>
            {series.hasNorms ? <th scope="col">T</th> : null}
            <th scope="col">Band</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {series.scales.map(({ scale, title, scores, change }) => {
            const scored = scores.filter(({ raw }) => raw !== null)
            const [first, last] = [scored[0], scored.at(-1)]
            return (
              <tr key={scale}>
                <th scope="row">{title}</th>
                <td>{first?.raw ?? 'not scorable'}</td>
                <td>{last?.raw ?? 'not scorable'}</td>
                {series.hasNorms ? <td>{last?.t === null || last === undefined ? '–' : last.t.toFixed(1)}</td> : null}
                <td>{last?.band ?? '–'}</td>
                <td>{change ? scaleChangeWords(change) : 'one score'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function scaleChangeWords({ difference, unit, threshold, reliable }: NonNullable<Schemas['ScaleSeries']['change']>) {
  const size = Math.abs(Math.round(difference * 10) / 10)
  const moved = size === 0 ? 'no change' : `${difference > 0 ? '+' : '−'}${size}${unit === 'T' ? ' T' : ''}`
  if (reliable === null || threshold === null) return `${moved}, not judged`
  return `${moved}, ${RELIABLE_WORDS[reliable]} (threshold ${threshold})`
}
