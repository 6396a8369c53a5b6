import { dialogs } from '../dialogs/index.ts'
import { channelWords } from './channels/channelWords.ts'
import { combineWords, Faults, loadContent, readYaml } from './content/index.ts'
import { loadMeasures } from './content/loadMeasures.ts'
import { loadProgrammes } from './content/loadProgrammes.ts'
import type { Dialog } from './dialog-kit/index.ts'
import { lowMoodRules } from './low-mood/rules.ts'
import { isAskedInChat, isAskedItemByItem } from './measures/clearance.ts'
import { measureDialog } from './measures/dialog.ts'
import { goalsDialog } from './measures/goalsDialog.ts'
import type { ImportedWording } from './measures/importedWording.ts'
import { measurePlanRules } from './measure-plan/plan.ts'
import { reminderRules } from './reminders/rules.ts'
import { loadLadder } from './risk/ladder/loadLadder.ts'
import { loadRiskModel } from './risk/loadRiskModel.ts'
import { loadRiskRules } from './risk/loadRiskRules.ts'
import { createScreen } from './risk/screen.ts'
import { shownHelpline } from './shownHelpline.ts'
import { safetyDialogs } from './safety-conversation/index.ts'
import { loadSafetyWords } from './safety-conversation/loadSafetyWords.ts'
import { suggestedQuestions } from './suggested-questions/rules.ts'
import { offerInputs } from './turn/offer-inputs/index.ts'

/** Everything clinical that the program says and decides with, read and checked once at the start. */
export async function loadProduct(
  content: URL,
  restrictedTerms: readonly URL[] = [],
  imported: readonly ImportedWording[] = [],
) {
  const faults = new Faults()
  const [
    words,
    measured,
    rules,
    model,
    safetyWords,
    labels,
    programmes,
    reminders,
    lowMood,
    ladderRules,
    plans,
    questions,
  ] = await Promise.all([
    loadContent(content, dialogs),
    loadMeasures(content, imported),
    loadRiskRules(new URL('risk/', content), restrictedTerms),
    loadRiskModel(new URL('risk/', content)),
    loadSafetyWords(content),
    readYaml(new URL('channels.en.yaml', content), channelWords, faults),
    loadProgrammes(content, dialogs, new Set(offerInputs.keys()), faults),
    readYaml(new URL('reminders.yaml', content), reminderRules, faults),
    readYaml(new URL('low-mood.yaml', content), lowMoodRules, faults),
    loadLadder(content),
    readYaml(new URL('measures/plan.yaml', content), measurePlanRules, faults),
    readYaml(new URL('suggested-questions.yaml', content), suggestedQuestions, faults),
  ])
  for (const [n, { measures }] of (plans?.data.defaults ?? []).entries())
    for (const [m, { measure }] of measures.entries())
      if (!measured.measures.has(measure))
        faults.add(plans!.placeOf(['defaults', n, 'measures', m, 'measure']), `there is no measure "${measure}"`)
  faults.throwIfAny()
  const all: Dialog[] = [
    ...dialogs,
    ...safetyDialogs,
    ...[...measured.measures.values()]
      .filter(isAskedInChat)
      .map((measure) => (isAskedItemByItem(measure) ? measureDialog(measure) : goalsDialog(measure))),
  ]
  return {
    dialogs: new Map(all.map((dialog) => [dialog.id, dialog])) as ReadonlyMap<string, Dialog>,
    words: combineWords(safetyWords, combineWords(measured.words, words.words)),
    measures: measured.measures,
    norms: measured.catalogue.norms,
    /** What the national codes of scores are called. */
    scoreTerms: new Map(measured.catalogue.codes.codes.map((code) => [code.sctid, code.preferredTerm])),
    programmes,
    reminderRules: reminders!.data,
    suggestedQuestions: questions!.data,
    lowMood: lowMood!.data,
    measurePlanRules: plans!.data,
    screen: createScreen(rules, model),
    rulesVersion: rules.version,
    /** Phrases of the service's own restricted list: how many, never which; null where none is loaded. */
    restrictedPhrases: restrictedTerms.length === 0 ? null : rules.restrictedPhrases,
    safetySignature: { signedBy: safetyWords.signedBy, signedOn: safetyWords.signedOn },
    ladderRules,
    contentVersion: words.version,
    services: words.services,
    channelWords: labels!.data,
    helplines: words.services.map(shownHelpline),
  }
}

export type Product = Awaited<ReturnType<typeof loadProduct>>
