import { w } from '../words/words.ts'

/** The standing ways on: small, constant, in the order given. */
export function Navigation({ commands, command }: { commands: string[]; command: (name: string) => void }) {
  if (commands.length === 0) return null
  return (
    <div className="navigation" role="group" aria-label={w('navigation.label')}>
      {commands.map((name) => (
        <button key={name} type="button" className="quiet" onClick={() => command(name)}>
          {w(`navigation.${name}`)}
        </button>
      ))}
    </div>
  )
}
