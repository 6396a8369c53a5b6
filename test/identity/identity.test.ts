import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import type { Database } from '../../src/database/database.ts'
import { acceptInvitation } from '../../src/identity/acceptInvitation.ts'
import { readTypedCode } from '../../src/identity/accounts.ts'
import { issueInvitation } from '../../src/identity/invitation.ts'
import { resetPin } from '../../src/identity/pin.ts'
import { readSettings } from '../../src/identity/settings.ts'
import { DEFAULT_SETTINGS, meReply } from '../../src/identity/chatShapes.ts'
import { addPerson, browser, handClock, startServer } from '../server/world.ts'

const DAY = 86_400_000

describe.each(ENGINES)('joining, locking and settings on %s', (engine) => {
  let database: Database
  let world: Awaited<ReturnType<typeof startServer>>
  const clock = handClock()

  beforeAll(async () => {
    database = await freshDatabase(engine)
    world = await startServer(database, { clock, triesPerMinute: 10_000 })
  })
  afterAll(async () => {
    await world.close()
    await database.close()
  })

  const invite = async (personId: string) => {
    const issued = await issueInvitation(database, { personId, issuedBy: null, now: clock.now(), publicUrl: world.url })
    return { ...issued, link: issued.link.split('#join=')[1]! }
  }
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
  const join = async (personId: string, pin?: string) => {
    const { link, code } = await invite(personId)
    const tab = browser(world.url)
    await tab.call('POST', '/chat/api/join', { link, code })
    if (pin !== undefined) await tab.call('POST', '/chat/api/pin', { pin })
    return tab
  }

  it('leads from the invitation over the PIN to an open page, and shows nothing of the person before', async () => {
    const personId = await addPerson(database)
    const { link, code } = await invite(personId)
    const tab = browser(world.url)
    expect((await tab.call('GET', '/chat/api/me')).body).toMatchObject({ status: 401, code: 'not-joined' })
    const joined = await tab.call('POST', '/chat/api/join', { link, code })
    expect([joined.status, joined.body]).toEqual([200, { door: 'set-pin', unlockedUntil: null }])
    expect(joined.set).toMatch(/^device=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
    expect((await tab.call('GET', '/chat/api/me')).body).toMatchObject({
      door: 'set-pin',
      person: null,
      practitioner: null,
    })
    expect((await tab.call('POST', '/chat/api/pin', { pin: '2468' })).body.door).toBe('open')
    const me = (await tab.call('GET', '/chat/api/me')).body
    expect(meReply.parse(me)).toMatchObject({
      door: 'open', person: { preferredName: 'Sam', state: 'joined', messagesAreRead: true }, practitioner: { firstName: 'Dani' },
      settings: DEFAULT_SETTINGS, botName: 'Pebble', demonstration: true, lockAfterSeconds: 300,
    }) // prettier-ignore
  })

  it('keeps neither code nor link nor PIN nor device secret as they are', async () => {
    const personId = await addPerson(database)
    const { link, code } = await invite(personId)
    const tab = browser(world.url)
    await tab.call('POST', '/chat/api/join', { link, code })
    await tab.call('POST', '/chat/api/pin', { pin: '135791' })
    const rows = await database.query('select i.*, p.*, d.* from invitations i join people p on p.id = i.person_id join devices d on d.person_id = p.id where p.id = $1', [personId]) // prettier-ignore
    const kept = JSON.stringify(rows.rows)
    for (const secret of [link, `"${code}"`, '135791', tab.cookie()!.split('=')[1]!]) expect(kept).not.toContain(secret)
  })

  it('takes an invitation once', async () => {
    const { link, code } = await invite(await addPerson(database))
    const answers = await Promise.all(
      [1, 2, 3].map(() => browser(world.url).call('POST', '/chat/api/join', { link, code })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410])
    expect(answers.find((answer) => answer.status === 410)?.body.code).toBe('invitation-used')
  })

  it('dies after five wrong codes, also when they come side by side', async () => {
    const { link, code } = await invite(await addPerson(database))
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => browser(world.url).call('POST', '/chat/api/join', { link, code: wrong(code) })),
    )
    expect(tries.filter((answer) => answer.body.code === 'invitation-wrong-code')).toHaveLength(4)
    const after = await browser(world.url).call('POST', '/chat/api/join', { link, code })
    expect([after.status, after.body.code]).toEqual([423, 'invitation-locked'])
  })

  it('says how many tries are left', async () => {
    const { link, code } = await invite(await addPerson(database))
    const first = await browser(world.url).call('POST', '/chat/api/join', { link, code: wrong(code) })
    expect(first.body).toMatchObject({ status: 422, code: 'invitation-wrong-code', triesLeft: 4 })
  })

  it('is replaced by a later one, and ends after seven days', async () => {
    const personId = await addPerson(database)
    const old = await invite(personId)
    const fresh = await invite(personId)
    expect(
      (await browser(world.url).call('POST', '/chat/api/join', { link: old.link, code: old.code })).body.code,
    ).toBe('invitation-replaced')
    const late = { link: fresh.link, code: fresh.code, now: new Date(clock.now().getTime() + 7 * DAY + 1) }
    expect(await acceptInvitation(database, late)).toMatchObject({ ok: false, why: 'expired' })
    expect(
      await acceptInvitation(database, { ...late, now: new Date(clock.now().getTime() + 7 * DAY - 1000) }),
    ).toMatchObject({ ok: true })
  })

  it('refuses a link that never was', async () => {
    const answer = await browser(world.url).call('POST', '/chat/api/join', { link: 'x'.repeat(43), code: '123456' })
    expect([answer.status, answer.body.code]).toEqual([404, 'invitation-not-known'])
  })

  it('opens with the right PIN only, and blocks after five wrong ones until a new start', async () => {
    const personId = await addPerson(database)
    const tab = await join(personId, '2468')
    await tab.call('POST', '/chat/api/lock')
    expect((await tab.call('GET', '/chat/api/me')).body.door).toBe('locked')
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => tab.call('POST', '/chat/api/unlock', { pin: '0000' })),
    )
    expect(guesses.filter((guess) => guess.body.code === 'wrong-pin')).toHaveLength(4)
    expect((await tab.call('POST', '/chat/api/unlock', { pin: '2468' })).status).toBe(423)
    expect((await tab.call('GET', '/chat/api/me')).body.door).toBe('pin-blocked')
    await resetPin(database, personId, clock.now())
    expect((await tab.call('GET', '/chat/api/me')).status).toBe(401)
    const again = await join(personId, '1357')
    expect((await again.call('GET', '/chat/api/me')).body.door).toBe('open')
  })

  it('forgets wrong PINs after the right one', async () => {
    const tab = await join(await addPerson(database), '2468')
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await tab.call('POST', '/chat/api/unlock', { pin: '0000' })
      expect((await tab.call('POST', '/chat/api/unlock', { pin: '2468' })).body.door).toBe('open')
    }
  })

  it('does not let a PIN be chosen over one that is set', async () => {
    const tab = await join(await addPerson(database), '2468')
    expect((await tab.call('POST', '/chat/api/pin', { pin: '1111' })).body.code).toBe('pin-already-set')
  })

  it('joins a second device by a code that works once, for ten minutes, and then asks it for the PIN', async () => {
    const tab = await join(await addPerson(database), '2468')
    const { code } = (await tab.call('POST', '/chat/api/device-codes')).body
    expect(code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
    const second = browser(world.url)
    expect(
      (await second.call('POST', '/chat/api/join-device', { code: ` ${code.toLowerCase().replace('-', ' ')}` })).body
        .door,
    ).toBe('locked')
    expect((await second.call('POST', '/chat/api/unlock', { pin: '2468' })).body.door).toBe('open')
    expect((await browser(world.url).call('POST', '/chat/api/join-device', { code })).status).toBe(422)
    const later = (await tab.call('POST', '/chat/api/device-codes')).body.code
    clock.advance(10 * 60_000 + 1)
    expect((await browser(world.url).call('POST', '/chat/api/join-device', { code: later })).status).toBe(422)
  })

  it('lets a device code be guessed at five times', async () => {
    const tab = await join(await addPerson(database), '2468')
    const { code } = (await tab.call('POST', '/chat/api/device-codes')).body as { code: string }
    const guess = `${code.slice(0, 5)}${code.endsWith('BBBB') ? 'CCCC' : 'BBBB'}`
    for (let i = 0; i < 5; i++) await browser(world.url).call('POST', '/chat/api/join-device', { code: guess })
    expect((await browser(world.url).call('POST', '/chat/api/join-device', { code })).status).toBe(422)
  })

  it('gives no device code to a locked device', async () => {
    const tab = await join(await addPerson(database), '2468')
    await tab.call('POST', '/chat/api/lock')
    expect((await tab.call('POST', '/chat/api/device-codes')).body.code).toBe('device-locked')
  })

  it('locks after five minutes, and not while the person is reading', async () => {
    const tab = await join(await addPerson(database), '2468')
    for (let i = 0; i < 3; i++) {
      clock.advance(4 * 60_000)
      expect((await tab.call('POST', '/chat/api/still-here')).status).toBe(204)
    }
    clock.advance(5 * 60_000 + 1)
    expect((await tab.call('POST', '/chat/api/still-here')).body.code).toBe('device-locked')
  })

  it('cuts off the first person when another joins with the same browser', async () => {
    const tab = await join(await addPerson(database), '2468')
    const before = tab.cookie()!
    const { link, code } = await invite(await addPerson(database, { name: 'Alex' }))
    await tab.call('POST', '/chat/api/join', { link, code })
    expect((await browser(world.url).call('GET', '/chat/api/me', undefined, { cookie: before })).status).toBe(401)
  })

  it('changes settings and keeps the others', async () => {
    const tab = await join(await addPerson(database), '2468')
    const quiet = { from: '19:30', until: '09:00' }
    expect((await tab.call('PATCH', '/chat/api/settings', { quiet, plain: true })).body.settings).toEqual({
      ...DEFAULT_SETTINGS,
      quiet,
      plain: true,
    })
    const refused = await tab.call('PATCH', '/chat/api/settings', {
      textSize: 90,
      quiet: { from: '25:00', until: '09:00' },
    })
    expect(refused.status).toBe(400)
    expect(refused.body.faults.map((fault: { place: string }) => fault.place)).toEqual([
      'body.textSize',
      'body.quiet.from',
    ])
  })

  it('refuses a join that another site sends', async () => {
    const { link, code } = await invite(await addPerson(database))
    const tab = browser(world.url)
    expect(
      (await tab.call('POST', '/chat/api/join', { link, code }, { 'sec-fetch-site': 'cross-site' })).body.code,
    ).toBe('other-site')
    expect(
      (await tab.call('POST', '/chat/api/join', { link, code }, { origin: 'https://evil.example' })).body.code,
    ).toBe('other-site')
    expect((await tab.call('POST', '/chat/api/join', { link, code }, { 'sec-fetch-site': 'same-origin' })).status).toBe(
      200,
    )
  })
})

describe('small things', () => {
  it.each([
    ['BCDFG-123456', { handle: 'BCDFG', code: '123456' }],
    ['  bcdfg 123456 ', { handle: 'BCDFG', code: '123456' }],
    ['BCDFG123456', { handle: 'BCDFG', code: '123456' }],
    ['123456', undefined],
    ['my code is BCDFG-123456', undefined],
    ['I feel low', undefined],
  ])('reads "%s" as a typed code or not', (text, expected) => {
    expect(readTypedCode(text)).toEqual(expected)
  })

  it('reads settings that were stored by something else, each by itself', () => {
    expect(readSettings({ plain: true, textSize: 'huge', other: 1 })).toEqual({ ...DEFAULT_SETTINGS, plain: true })
    expect(readSettings(null)).toEqual(DEFAULT_SETTINGS)
  })
})
