/** Prints the settings as the table in the README: name, default, what it is for. */
import { describeSettings } from '../config.ts'

const rows = describeSettings().map(
  (s) => `| \`${s.name}\` | ${s.default || '–'} | ${s.why} | ${s.neededInProduction ? 'yes' : ''} |`,
)
console.log(['| setting | default | what it is for | needed in production |', '|---|---|---|---|', ...rows].join('\n'))
