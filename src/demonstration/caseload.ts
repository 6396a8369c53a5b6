import type { Carer } from '../parenting/caring.ts'
import type { Band } from '../dialog-kit/index.ts'

/** Fictional people for trying the product out. No case here is anybody's. */
export interface DemonstrationPerson {
  key: string
  role: 'young-person' | 'parent-carer'
  preferredName: string
  pronouns: string | null
  band: Band
  /** Age in years, from which a date of birth is made; null for adults. */
  age: number | null
  childCalled: string | null
  called: string | null
  /** In what way an adult cares for the child; null for young people. */
  carer: Carer | null
  capacityBasis: 'presumed-16-or-over' | 'gillick' | 'adult'
  modules: string[]
  /** How far sessions have opened them. */
  step: number
  measures: string[]
  /** Whose link is printed at the start. */
  invited: boolean
}

export interface DemonstrationCase {
  caseRef: string
  careStatus: string
  sessionNumber: number
  people: DemonstrationPerson[]
}

const youngPerson = (
  person: Pick<DemonstrationPerson, 'key' | 'preferredName' | 'pronouns' | 'band' | 'age'> &
    Partial<DemonstrationPerson>,
): DemonstrationPerson => ({
  role: 'young-person',
  childCalled: null,
  called: null,
  carer: null,
  capacityBasis: 'gillick',
  modules: ['low-mood'],
  step: 1,
  measures: [],
  invited: false,
  ...person,
})

/** The practitioner whose page the demonstration opens, and everybody her alerts can reach. */
export const DEMONSTRATION_STAFF = [
  { key: 'dani', displayName: 'Dani Example', firstName: 'Dani', roles: ['practitioner'] },
  { key: 'sol', displayName: 'Sol Example', firstName: 'Sol', roles: ['supervisor'] },
  { key: 'kit', displayName: 'Kit Example', firstName: 'Kit', roles: ['duty-worker'] },
  { key: 'ash', displayName: 'Ash Example', firstName: 'Ash', roles: ['practitioner', 'duty-worker'] },
  { key: 'mo', displayName: 'Mo Example', firstName: 'Mo', roles: ['service-manager'] },
  { key: 'lee', displayName: 'Lee Example', firstName: 'Lee', roles: ['safeguarding-lead'] },
] as const

/** Who has duty on which weekdays (1 Monday), and who answers for whom. */
export const DEMONSTRATION_ROTA = {
  duty: { kit: [1, 2, 3, 4], ash: [5] },
  covers: { dani: 'ash', ash: 'dani', kit: 'ash', sol: 'mo' },
} as const

export const DEMONSTRATION_CASES: readonly DemonstrationCase[] = [
  {
    caseRef: 'DEMO-0001',
    careStatus: 'none',
    sessionNumber: 4,
    people: [
      youngPerson({
        key: 'leo',
        preferredName: 'Leo',
        pronouns: 'he/him',
        band: 'Y16-18',
        age: 16,
        capacityBasis: 'presumed-16-or-over',
        step: 4,
        measures: ['phq-9'],
        invited: true,
      }),
    ],
  },
  {
    caseRef: 'DEMO-0002',
    careStatus: 'special-guardianship',
    sessionNumber: 1,
    people: [
      {
        key: 'maureen',
        role: 'parent-carer',
        preferredName: 'Maureen',
        pronouns: 'she/her',
        band: 'P5-7',
        age: null,
        childCalled: 'Tyler',
        called: 'Nan',
        carer: 'special-guardian',
        capacityBasis: 'adult',
        modules: ['behaviour-support'],
        step: 1,
        measures: [],
        invited: true,
      },
    ],
  },
  {
    caseRef: 'DEMO-0003',
    careStatus: 'none',
    sessionNumber: 2,
    people: [youngPerson({ key: 'amira', preferredName: 'Amira', pronouns: 'she/her', band: 'Y14-15', age: 15 })],
  },
  {
    caseRef: 'DEMO-0004',
    careStatus: 'in-care',
    sessionNumber: 4,
    people: [youngPerson({ key: 'jay', preferredName: 'Jay', pronouns: 'he/him', band: 'Y11-13', age: 13 })],
  },
]
