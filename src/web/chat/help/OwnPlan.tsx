import { usePage } from '../parts.ts'
import { w } from '../words/words.ts'

/** The young person's own coping plan, before any number: theirs first (brief 4.7). Nothing where there is none. */
export function OwnPlan() {
  const { plan } = usePage()
  if (plan === null) return null
  const parts = [
    [w('help.plan.signs'), plan.signs],
    [w('help.plan.alone'), plan.alone],
    [w('help.plan.places'), plan.places],
    [w('help.plan.people'), plan.people],
    [w('help.plan.services'), plan.services],
    [w('help.plan.safer'), plan.safer],
    [w('help.plan.matters'), plan.matters],
  ].filter((part): part is [string, string] => Boolean(part[1]))
  if (parts.length === 0) return null
  return (
    <section aria-label={w('help.plan.title')}>
      <h3>{w('help.plan.title')}</h3>
      <dl>
        {parts.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
