import type { Helpline } from '../api/chatApi.ts'
import { usePage } from '../parts.ts'
import { w } from '../words/words.ts'
import { numberAddress, splitNumber } from './number.ts'

/** Beside words about safety: the rest stands in Help now, which is always in sight. */
const FEW = 3

/** A number stays on one line. */
const words = (how: 'call' | 'text', number: string): string =>
  w(how === 'call' ? 'help.call' : 'help.text', { number: number.replaceAll(' ', '\u00a0') })

/** Every number, with what happens when you get in touch, as a button that rings or texts. */
export function Helplines() {
  const { help } = usePage()
  return (
    <ul className="helplines">
      {help.helplines.map(({ id, name, number, how, says }) => (
        <li key={id}>
          <strong>{name}</strong>
          <p>{says}</p>
          <span className="ways">
            {how.map((way) => (
              <a
                key={way}
                className="way"
                href={numberAddress(number, way)}
                aria-label={`${words(way, number)}, ${name}`}
              >
                {words(way, number)}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The first few numbers as one row to tap: where there is no room for more, and no time to read. */
export function FewHelplines() {
  const { help } = usePage()
  return (
    <ul className="few-helplines">
      {help.helplines.slice(0, FEW).map((line) => (
        <li key={line.id}>
          <Tile line={line} how={line.how[0] ?? 'call'} />
        </li>
      ))}
    </ul>
  )
}

function Tile({ line, how }: { line: Helpline; how: 'call' | 'text' }) {
  const { dialled, rest } = splitNumber(line.number)
  return (
    <a className="way" href={numberAddress(line.number, how)}>
      <strong>{words(how, dialled)}</strong>
      <span>
        {line.name}
        {rest}
      </span>
    </a>
  )
}
