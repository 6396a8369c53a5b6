import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { scoreHelp } from '../../src/commands/scoreHelp.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

function score(input: string, ...flags: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/commands/score.ts', ...flags], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  })
  return {
    lines: stdout.split('\n').filter(Boolean),
    stderr: stderr.replace(/.*ExperimentalWarning[\s\S]*/, ''),
    status,
  }
}

describe('npm run score', () => {
  it('writes what its help shows, line for line', () => {
    const shown = scoreHelp
      .slice(scoreHelp.indexOf('Examples'))
      .split('\n')
      .filter((l) => l.startsWith('  {'))
      .map((l) => l.trim())
    const asked = shown.filter((_, i) => i % 2 === 0)
    expect(score(asked.join('\n'))).toEqual({ lines: shown.filter((_, i) => i % 2 === 1), stderr: '', status: 0 })
  })

  it('goes on after lines that cannot be used, and says which they were', () => {
    const { lines } = score(
      [
        '{"id":"a","measure":"gad-7","respondent":"self","answers":[0,0,0,0,0,0,0]}',
        'not json',
        '',
        '[1]',
        '"text"',
        '{"id":"b","measure":"gad-7","respondent":"self","answers":[3,3,3,3,3,3,3]}',
      ].join('\r\n'),
    )
    expect(lines.map((l) => JSON.parse(l))).toMatchObject([
      { id: 'a', total: 0 },
      { id: null, error: expect.stringContaining('line 2') },
      { id: null, error: expect.stringContaining('one JSON object a line') },
      { id: null, error: expect.stringContaining('one JSON object a line') },
      { id: 'b', total: 21, band: 'severe' },
    ])
  })

  it('explains its format on --help', () => expect(score('', '--help').lines[0]).toContain('Scores measures'))
})
