import { readdir } from 'node:fs/promises'
import type { Dialog } from '../dialog-kit/index.ts'
import { programme, type Programme } from '../programmes/programme.ts'
import { REMIT } from '../programmes/remit.ts'
import type { Faults } from './faults.ts'
import { readYaml } from './readYaml.ts'

/**
 * Reads `content/programmes`, and checks that everything they open exists: its dialog, its label at the start of a visit,
 * and the way to look its input up. Faults are added with file and line.
 */
export async function loadProgrammes(
  content: URL,
  dialogs: readonly Dialog[],
  inputs: ReadonlySet<string>,
  faults: Faults,
): Promise<ReadonlyMap<string, Programme>> {
  const folder = new URL('programmes/', content)
  const home = dialogs.find(({ id }) => id === 'home')
  const offers = valuesOf(home)
  const leadsTo = new Set(home?.steps.flatMap((step) => (step.step === 'hand-over' ? step.dialogs : [])))
  const mayDo = new Set(REMIT.filter(({ listed }) => listed === 'may-do').map(({ id }) => id))
  const programmes = new Map<string, Programme>()
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.yaml')).sort()) {
    const file = await readYaml(new URL(name, folder), programme, faults)
    if (!file) continue
    const id = name.replace(/\.yaml$/, '')
    if (file.data.programme !== id)
      faults.add(file.placeOf(['programme']), `says ${file.data.programme}`, `the file's name says ${id}`)
    if (!REMIT.some((one) => one.id === id && one.listed !== 'should-not'))
      faults.add(file.placeOf(['programme']), `the remit has no "${id}"`, 'see src/programmes/remit.ts')
    for (const [n, step] of file.data.steps.entries())
      for (const [m, one] of step.opens.entries()) {
        const at = (key: string) => file.placeOf(['steps', n, 'opens', m, key])
        if (!leadsTo.has(one.dialog))
          faults.add(at('dialog'), `the start leads to no dialog "${one.dialog}"`, 'list it in dialogs/home.ts')
        if (!offers.has(one.offer))
          faults.add(at('offer'), `there is no offer "${one.offer}"`, 'add it to dialogs/home.ts and its words')
        if (one.needs !== undefined && !mayDo.has(one.needs))
          faults.add(at('needs'), `the remit lists no "${one.needs}" to authorise`, 'see src/programmes/remit.ts')
        const from = one['input-from']
        if (from !== undefined && !inputs.has(from))
          faults.add(at('input-from'), `nothing looks up "${from}"`, 'see src/turn/offer-inputs')
      }
    programmes.set(id, Object.freeze(file.data))
  }
  return programmes
}

function valuesOf(home: Dialog | undefined): ReadonlySet<string> {
  const next = home?.answers.next
  return new Set(next && 'shape' in next && next.shape.kind === 'choice' ? next.shape.values : [])
}
