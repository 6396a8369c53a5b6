import type { components } from '../../generated/staff-api.ts'

type Schemas = components['schemas']

/** What happened, in the order of the form. A child who depends on others to come was not brought: they did not stay away. */
export const ATTENDANCE_WORDS: Record<Schemas['Attendance'], string> = {
  attended: 'It took place',
  'not-attended': 'Not attended',
  'was-not-brought': 'Was not brought',
  'cancelled-by-family': 'Moved or cancelled by them',
  'cancelled-by-service': 'Moved or cancelled by us',
}

export const SESSION_WAY_WORDS: Record<Schemas['SessionWay'], string> = {
  'face-to-face': 'Face to face',
  phone: 'Phone',
  video: 'Video',
  'talk-type': 'Talk type',
  text: 'Text messages',
  email: 'E-mail',
  other: 'Another way',
}

export const REMINDER_WORDS = {
  'prompt-and-check': 'prompts once, and asks how it goes',
  check: 'asks once how it goes',
  none: 'says nothing about it',
} as const

export const ENGAGEMENT_WORDS: Record<Schemas['Engagement'], string> = {
  active: 'Active',
  quiet: 'Quiet',
  'no-contact': 'No contact for a week',
  disengaging: 'Disengaging: think “was not brought”, barriers, safety, a move',
  'worried-silence': 'Silent after something urgent',
}

/** The same where room is short. */
export const ENGAGEMENT_SHORT_WORDS: Record<Schemas['Engagement'], string> = {
  active: 'active',
  quiet: 'quiet',
  'no-contact': 'no contact',
  disengaging: 'disengaging',
  'worried-silence': 'worried silence',
}

/** What became of the agreed task, as it was tapped. */
export const OUTCOME_OF_TASK_WORDS: Record<NonNullable<Schemas['Brief']['agreed']>['outcome'], string> = {
  done: 'Done',
  part: 'Part of it',
  'not-yet': 'Not yet',
  'changed-my-mind': 'Changed their mind',
  'no-answer': 'Asked, no answer',
  'not-asked': 'Not asked yet',
}

export const BARRIER_WORDS: Record<string, string> = {
  forgot: 'forgot',
  'too-big': 'too much or too big',
  'not-up-to-it': 'did not feel up to it',
  'something-happened': 'something happened',
  'did-not-want': 'did not want to',
}
