import type { Asked } from '../conversation/readConversation.ts'
import { useParts } from '../parts.ts'
import { w } from '../words/words.ts'
import { Choices } from './Choices.tsx'
import { DateTimePicker } from './DateTimePicker.tsx'
import { DayPicker } from './DayPicker.tsx'
import { timesAround } from './days.ts'
import { Navigation } from './Navigation.tsx'
import { NumberStepper } from './NumberStepper.tsx'
import type { Give } from './give.ts'
import { RatingStrip } from './RatingStrip.tsx'
import { ReviewList } from './ReviewList.tsx'
import { TextAnswer } from './TextAnswer.tsx'
import { TimePicker } from './TimePicker.tsx'

/** The answer to this question, and nothing else: drawn by the question's own control, with the standing ways under it. */
export function Answer({ asked }: { asked: Asked }) {
  const { talk } = useParts()
  const { ask } = asked
  const give: Give = (value, label) => talk.answer(ask, value, label)
  const command = (name: string): void => talk.command(name, ask.step, w(`navigation.${name}`))
  const declineBeside = ask.tone === 'measure' && ask.navigation.includes('decline')
  const navigation = ask.navigation.filter((name) => name !== 'help' && !(declineBeside && name === 'decline'))
  return (
    <>
      {ask.progress && <Progress {...ask.progress} exact={ask.tone === 'measure'} />}
      <ControlOf asked={asked} give={give} command={command} decline={declineBeside} />
      <Navigation commands={navigation} command={command} />
    </>
  )
}

interface ControlProps {
  asked: Asked
  give: Give
  command: (name: string) => void
  decline: boolean
}

function ControlOf({ asked, give, command, decline }: ControlProps) {
  const { control } = asked.ask
  const { talk } = useParts()
  const declined = decline ? () => command('decline') : undefined
  switch (control.kind) {
    case 'text':
      return <TextAnswer draftKey={asked.key} control={control} send={talk.write} />
    case 'choices':
      return <Choices control={control} give={give} decline={declined} />
    case 'rating':
      return <RatingStrip control={control} give={give} decline={declined} />
    case 'number':
      return <NumberStepper control={control} give={give} />
    case 'date':
      return <DayPicker control={control} give={give} />
    case 'time':
      return (
        <TimePicker give={give} {...(control.around === undefined ? {} : { times: timesAround(control.around) })} />
      )
    case 'date-time':
      return <DateTimePicker control={control} give={give} />
    case 'review':
      return (
        <ReviewList
          control={control}
          give={give}
          change={(step) => talk.command('change', step, w('navigation.change'))}
        />
      )
  }
}

/** A thin line for how far, with the same in words. Never a percentage. A questionnaire's number of questions is exact. */
const Progress = ({ at, about, exact }: { at: number; about: number; exact: boolean }) => (
  <p className="progress">
    <progress max={about} value={at} aria-hidden="true" />
    <span>{w(exact ? 'answer.progress-exact' : 'answer.progress', { at, about: Math.max(at, about) })}</span>
  </p>
)
