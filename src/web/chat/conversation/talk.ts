import { connect, type Connection } from '../connection/connection.ts'
import { createSender } from '../connection/sending.ts'
import type { Store } from '../browser/store.ts'
import type { Page } from '../page.ts'
import type { Activity, Ask, Value } from './wire.ts'

/** What a person can do in the conversation. */
export interface Talk {
  start(): void
  stop(): void
  /** Answers the open question. `label` is what stands on the screen as the answer. */
  answer(ask: Ask, value: unknown, label: string): void
  command(command: string, step: string | undefined, label: string): void
  /** The person's own words: an answer to a text question, or a note where somebody reads. */
  write(text: string): void
  again(clientId: string): void
}

/** A server that lets the device in and yet gives no token must not be asked without a pause. */
const ASK_AGAIN_MS = 500
/** A history arrives piece by piece: what comes together is put on the screen together, so that it never stands there in part. */
const GATHER_MS = 30
/** Long enough that the replies of one turn count as one. */
const LOOK_AGAIN_MS = 400

/**
 * Joins the store with the connection. `doorClosed` is told when the server no longer lets this device in; `lookAgain`
 * when a reply or a new connection may have changed settings, the next look, or whether anybody reads.
 */
export function createTalk(page: Store<Page>, doorClosed: () => void, lookAgain: () => void): Talk {
  let connection: Connection | undefined
  let looking: ReturnType<typeof setTimeout> | undefined
  let gathered: Activity[] = []
  let gathering: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(looking)
    clearTimeout(gathering)
    gathered = []
    sender.keep()
    connection?.close()
    connection = undefined
  }
  const closeDoor = (): void => {
    stop()
    setTimeout(doorClosed, ASK_AGAIN_MS)
  }
  const sender = createSender({
    post: (message) => connection?.post(message) ?? Promise.resolve('not-sent'),
    outgoing: () => page.get().outgoing,
    replace: (outgoing) => page.change({ outgoing }),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    notAllowed: closeDoor,
  })
  const heard = (activity: Activity): void => {
    gathered.push(activity)
    clearTimeout(gathering)
    gathering = setTimeout(show, GATHER_MS)
  }
  const show = (): void => {
    const news = gathered
    gathered = []
    clearTimeout(looking)
    looking = setTimeout(lookAgain, LOOK_AGAIN_MS)
    page.change(({ activities, outgoing }) => {
      const ids = new Set(activities.map((a) => a.id))
      const arrived = new Set(news.map((a) => a.channelData?.clientActivityID))
      return {
        activities: [...activities, ...news.filter((a) => a.id === undefined || (!ids.has(a.id) && ids.add(a.id)))],
        outgoing: outgoing.filter((m) => !arrived.has(m.clientId)),
      }
    })
  }
  const send = (text: string, value?: Value): void => {
    const message = { clientId: crypto.randomUUID(), text, value, state: 'waiting' as const }
    page.change(({ outgoing }) => ({ outgoing: [...withoutSameAnswer(outgoing, value), message] }))
    if (page.get().connection === 'online') sender.go()
  }
  return {
    start() {
      connection ??= connect({
        heard,
        doorClosed: closeDoor,
        changed(state) {
          const before = page.get().connection
          page.change({ connection: state })
          if (state !== 'online') return sender.keep()
          sender.go()
          if (before === 'reconnecting') lookAgain()
        },
      })
      connection.opened()
    },
    stop,
    answer: (ask, value, label) => send(label, { answer: { run: ask.run, step: ask.step, value } }),
    command: (command, step, label) => send(label, { command, step }),
    write: (text) => send(text),
    again: sender.again,
  }
}

/** A new answer takes the place of one to the same question that could not be sent: only the new one is meant. */
function withoutSameAnswer(outgoing: readonly Outgoing[], value: Value | undefined): readonly Outgoing[] {
  if (value === undefined || !('answer' in value)) return outgoing
  const { run, step } = value.answer
  return outgoing.filter(
    (m) =>
      m.state !== 'failed' ||
      m.value === undefined ||
      !('answer' in m.value) ||
      m.value.answer.run !== run ||
      m.value.answer.step !== step,
  )
}
type Outgoing = Page['outgoing'][number]
