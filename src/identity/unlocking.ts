import { Problem, type DeviceCaller, type Reply } from '../shared/route.ts'
import type { ChatParts } from './chatParts.ts'
import type { Door } from './chatShapes.ts'
import { checkPin, setFirstPin } from './pin.ts'

type DoorReply = Reply<{ door: Door; unlockedUntil: string | null }>

/** Sets the PIN on a device that has just joined, and opens it. */
export async function choosePin(parts: ChatParts, pin: string, caller: DeviceCaller): Promise<DoorReply> {
  if (!(await setFirstPin(parts.database, caller.personId, pin)))
    throw new Problem(409, 'pin-already-set', 'A PIN is set already.')
  return opened(await parts.locks.unlock(caller.deviceId))
}

/** Opens a locked device. */
export async function unlockWithPin(parts: ChatParts, pin: string, caller: DeviceCaller): Promise<DoorReply> {
  const check = await checkPin(parts.database, caller.personId, pin, parts.clock.now())
  if (!check.ok)
    throw new Problem(
      check.why === 'wrong-pin' ? 422 : check.why === 'no-pin' ? 409 : 423,
      check.why,
      'The PIN was not accepted.',
      {
        triesLeft: check.triesLeft,
      },
    )
  return opened(await parts.locks.unlock(caller.deviceId))
}

/** Locks at once: the lock button, leaving quickly, the page being hidden. */
export async function lockNow(parts: ChatParts, caller: DeviceCaller): Promise<DoorReply> {
  await parts.locks.lock(caller.deviceId)
  return { status: 200, body: { door: 'locked', unlockedUntil: null } }
}

/** The person is reading or typing: the lock moves away. The page calls this at most once a minute. */
export async function stillHere(parts: ChatParts, caller: DeviceCaller): Promise<Reply<undefined>> {
  if (!(await parts.locks.keepUnlocked(caller.deviceId))) throw new Problem(423, 'device-locked', 'The PIN is needed.')
  return { status: 204 }
}

const opened = (until: Date): DoorReply => ({ status: 200, body: { door: 'open', unlockedUntil: until.toISOString() } })
