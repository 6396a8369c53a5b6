import { z } from 'zod'
import { goalWords } from '../../measures/goals.ts'
import { endpoint } from './endpoint.ts'
import { day, instant } from './shapes.ts'

const goalState = z.enum(['active', 'reached', 'dropped']).meta({ id: 'GoalState' })

export const goal = z
  .object({
    goalId: z.uuid(),
    personId: z.uuid(),
    number: z.int().describe('1 to 3, never given to another goal.'),
    words: z.string().describe('As agreed in a session.'),
    state: goalState,
    version: z.int().describe('Send it back with a change.'),
    agreedAt: instant.describe('When it was recorded first.'),
    ratings: z
      .array(
        z.object({
          administrationId: z.uuid(),
          occurredAt: instant,
          localDate: day,
          value: z.int().nullable().describe('0 to 10; null when declined or not asked.'),
          state: z.enum(['given', 'declined', 'missing']),
        }),
      )
      .describe('Oldest first.'),
    change: z.number().nullable().describe('Last rating minus the first; null where there are not two.'),
    reliable: z
      .enum(['improved', 'deteriorated', 'none'])
      .nullable()
      .describe('By NHS England’s threshold of 3 points; null where it cannot be said.'),
  })
  .meta({ id: 'Goal' })

const params = z.object({ personId: z.uuid() })
const looked = z
  .boolean()
  .default(false)
  .describe('The practitioner has read what the risk screen heard in the words, and acted on it where that was needed.')

export const agreeGoal = endpoint({
  id: 'agreeGoal',
  method: 'post',
  path: '/staff/api/people/{personId}/goals',
  summary:
    'Records a goal in the words agreed in a session, up to three for a person. Words in which the risk screen hears something are refused until the practitioner has looked.',
  subject: 'change-cases',
  params,
  body: z.object({ words: goalWords, looked }).meta({ id: 'NewGoal' }),
  reply: goal,
})

export const changeGoal = endpoint({
  id: 'changeGoal',
  method: 'patch',
  path: '/staff/api/people/{personId}/goals/{goalId}',
  summary:
    'Rewords the same goal, or says that it was reached or dropped. Another goal is a new one: a number is never used again.',
  subject: 'change-cases',
  params: params.extend({ goalId: z.uuid() }),
  body: z
    .object({ version: z.int(), words: goalWords.optional(), state: goalState.optional(), looked })
    .meta({ id: 'GoalChange' }),
  reply: goal,
})
