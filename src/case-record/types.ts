import type { components } from './generated/case-record.ts'

type Schemas = components['schemas']

/** Bodies and answers of the case record API, by the names the contract gives them. */
export type CaseBody = Schemas['Case']
export type CaseDetails = Schemas['CaseDetails']
export type ClosureBody = Schemas['Closure']
export type GoalBody = Schemas['Goal']
export type Kind = Schemas['Kind']
export type LedgerLine = Schemas['LedgerLine']
export type MeasureAdministrationBody = Schemas['MeasureAdministration']
export type Receipt = Schemas['Receipt']
export type RiskFlagBody = Schemas['RiskFlag']
export type RiskFlagEventBody = Schemas['RiskFlagEvent']
export type SessionRecordBody = Schemas['SessionRecord']
export type SelfHelpEntryBody = Schemas['SelfHelpEntry']
