import { createSender } from '../../src/web/chat/connection/sending.ts'
import { nextDelay } from '../../src/web/chat/connection/backOff.ts'
import type { Posted } from '../../src/web/chat/connection/connection.ts'
import type { Outgoing } from '../../src/web/chat/conversation/readConversation.ts'

/** A sender on a connection whose answers are given in advance. */
function sendingThrough(answers: Posted[]) {
  let outgoing: Outgoing[] = []
  const posted: string[] = []
  let refusals = 0
  const sender = createSender({
    post: async ({ clientId }) => {
      posted.push(clientId)
      return answers.shift() ?? 'sent'
    },
    outgoing: () => outgoing,
    replace: (next) => (outgoing = next),
    wait: async () => undefined,
    notAllowed: () => refusals++,
  })
  const add = (...ids: string[]): void => {
    outgoing = [...outgoing, ...ids.map((clientId) => ({ clientId, text: clientId, state: 'waiting' as const }))]
  }
  const settle = () => new Promise((done) => setTimeout(done, 5))
  return {
    sender,
    add,
    settle,
    posted,
    states: () => outgoing.map((m) => m.state),
    refusals: () => refusals,
    clear: () => (outgoing = []),
  }
}

test('messages go one after the other in the order they were written', async () => {
  const { sender, add, settle, posted, states } = sendingThrough([])
  add('one', 'two', 'three')
  sender.go()
  await settle()
  expect(posted).toEqual(['one', 'two', 'three'])
  expect(states()).toEqual(['sent', 'sent', 'sent'])
})

test('a message is tried three times under the same id before a person is asked to send it again', async () => {
  const { sender, add, settle, posted, states } = sendingThrough(['not-sent', 'not-sent', 'not-sent'])
  add('one')
  sender.go()
  await settle()
  expect(posted).toEqual(['one', 'one', 'one'])
  expect(states()).toEqual(['failed'])
})

test('send again sends the same id', async () => {
  const { sender, add, settle, posted, states } = sendingThrough(['refused'])
  add('one')
  sender.go()
  await settle()
  expect(states()).toEqual(['failed'])
  sender.again('one')
  await settle()
  expect(posted).toEqual(['one', 'one'])
  expect(states()).toEqual(['sent'])
})

test('what is written while the connection is gone is kept and goes when it is back', async () => {
  const { sender, add, settle, posted, states } = sendingThrough([])
  sender.go()
  sender.keep()
  add('one')
  await settle()
  expect(posted).toEqual([])
  expect(states()).toEqual(['waiting'])
  sender.go()
  await settle()
  expect(states()).toEqual(['sent'])
})

test('a connection lost in the middle of sending keeps the message', async () => {
  const { sender, add, settle, states } = sendingThrough(['not-sent'])
  add('one')
  sender.go()
  sender.keep()
  await settle()
  expect(states()).toEqual(['waiting'])
})

test('a locked device keeps the message until it is open again', async () => {
  const { sender, add, settle, states, refusals } = sendingThrough(['not-allowed'])
  add('one', 'two')
  sender.go()
  await settle()
  expect(states()).toEqual(['waiting', 'waiting'])
  expect(refusals()).toBe(1)
  sender.go()
  await settle()
  expect(states()).toEqual(['sent', 'sent'])
})

test('a message that has come back in the conversation is not tried again', async () => {
  const { sender, add, settle, posted, clear } = sendingThrough(['not-sent', 'not-sent'])
  add('one')
  sender.go()
  clear()
  await settle()
  expect(posted).toEqual(['one'])
})

test('waits double up to about ten seconds', () => {
  expect([0, 1, 2, 3, 20].map((failures) => nextDelay(failures, 0.5))).toEqual([400, 800, 1600, 3200, 10000])
  expect(nextDelay(20, 1)).toBeLessThanOrEqual(12500)
})
