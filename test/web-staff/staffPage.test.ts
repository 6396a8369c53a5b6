import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { CHROMIUM, CHROMIUM_FLAGS } from '../helpers/chromium.ts'
import { alertOf, startFakeStaffApi, type FakeStaffApi } from './fakeStaffApi.ts'
import { ago, CASE_ID, DANI, SUSHILA } from './staffFixtures.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SHOTS = 'test-output/staff'
const T2 = '018f0000-0000-7000-8000-00000000aa02'
const T3 = '018f0000-0000-7000-8000-00000000aa03'
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

const describeInBrowser = CHROMIUM === undefined ? describe.skip : describe

describeInBrowser('the staff page', () => {
  let browser: Browser
  let api: FakeStaffApi
  let page: Page
  /** Breaches of the content security policy, faults in scripts, and requests that leave this machine. */
  let complaints: string[]

  beforeAll(async () => {
    const built = mkdtempSync(join(tmpdir(), 'staff-page-'))
    // In a process of its own: vite's native part does not accept objects of a test's realm.
    const build = `const [{ webBuild }, { build }] = await Promise.all([import('./vite.config.ts'), import('vite')]); await build(webBuild('staff', ${JSON.stringify(built)}))`
    execFileSync(process.execPath, ['--input-type=module', '-e', build])
    api = await startFakeStaffApi(built)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS })
    mkdirSync(SHOTS, { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await api?.close()
  })
  afterEach(async () => {
    await page.context().close()
    api.reachable = true
    api.signedIn = true
    api.withSleep = false
    api.alerts = []
    api.commands.length = 0
    expect(complaints).toEqual([])
  })

  async function open(hash = '', options: BrowserContextOptions = DESK): Promise<void> {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'America/New_York', // times are England's wherever the screen stands
      reducedMotion: 'reduce',
      ...options,
    })
    page = await context.newPage()
    page.setDefaultTimeout(30_000)
    complaints = []
    page.on('request', (request) => {
      if (!request.url().startsWith(api.url)) complaints.push(`leaves this machine: ${request.url()}`)
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security Policy|violates|Warning:/i.test(message.text())) complaints.push(message.text())
    })
    await page.goto(`${api.url}/staff/${hash}`)
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const seen = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const seriousFaults = async (): Promise<string[]> => {
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const { violations } = await (
        globalThis as never as {
          axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
        }
      ).axe.run()
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
    })
  }

  test('an alert appears without reloading, and looking at it acknowledges nothing', async () => {
    await open()
    await seen('No open alerts')
    api.alerts = [alertOf(T2)]
    api.announce(['alerts'])
    await page.getByRole('blockquote').filter({ hasText: 'i just want it all to stop' }).waitFor()
    await seen('Nobody is dealing with this yet')
    expect(await page.title()).toBe('(1) Between Sessions – staff')
    expect(api.commands).toEqual([])
    expect(api.alerts[0]?.state).toBe('open')
  })

  test('the sleep diary stands with the case: school and free nights apart, what is tried, signs as questions', async () => {
    api.withSleep = true
    await open(`#/cases/${CASE_ID}`)
    const sleep = page.getByRole('region', { name: 'Sleep', exact: true })
    await sleep.getByText('5 usable · 2 declined').waitFor()
    const row = (title: string) => sleep.getByRole('row').filter({ hasText: title }).innerText()
    expect(await row('Mean')).toMatch(/School nights \(n 3\)\s+Free nights \(n 2\)/)
    expect(await row('Asleep (TST)')).toMatch(/6 h 18\s+9 h 10/)
    expect(await sleep.innerText()).toMatch(/2 h 43 later.*phone charging in kitchen.*5 of 7 nights, 2 not/s)
    expect(await sleep.innerText()).toMatch(/over 30 minutes on 3 of 5 nights.*\?/)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await seriousFaults()).toEqual([])
  })

  test('an alert counts down to who is told next, and shows who was told and what did not arrive', async () => {
    api.alerts = [alertOf(T2)]
    await open()
    await seen('Next: in 12 min Sushila Rao is told')
    const next = page.getByRole('timer')
    expect(await next.textContent()).toMatch(/Nobody is dealing with this yet.*in 12 min Sushila Rao is told/)
    const steps = page.locator('.ladder > li')
    expect(await steps.nth(0).innerText()).toMatch(/First told.*Dani Hart.*this page: sent.*e-mail: could not be sent \(3 tries\), next try/s) // prettier-ignore
    expect(await steps.nth(1).innerText()).toMatch(/Supervisor.*in 12 min: Sushila Rao/s)
    await button('I’m dealing with this').click()
    await button('Ring them now').click()
    await button('I’m dealing with this').click()
    await next.waitFor({ state: 'detached' })
    expect(await steps.nth(1).innerText()).toContain('not needed: somebody had taken it by then')
  })

  test('dealing with an alert asks for the planned action; releasing asks for outcome and note', async () => {
    api.alerts = [alertOf(T2)]
    await open()
    await button('I’m dealing with this').click()
    expect(api.commands).toEqual([])
    expect(await button('I’m dealing with this').isDisabled()).toBe(true)
    await button('Ring them now').click()
    await button('I’m dealing with this').click()
    await seen('Dani Hart is dealing with this')
    expect(api.commands).toEqual([
      {
        method: 'POST',
        path: `/staff/api/alerts/${T2}/acknowledge`,
        body: { plannedAction: 'Ring them now', version: 1 },
        requestedWith: 'staff-page',
      },
    ])

    await button('Release hold').click()
    expect(await button('Release hold and close').isDisabled()).toBe(true)
    await page.getByRole('radio', { name: 'Reviewed their coping plan together' }).check()
    expect(await button('Release hold and close').isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: 'How' }).selectOption('call')
    await page.getByLabel('When').fill('2026-11-20T10:15')
    await page.getByRole('textbox', { name: 'Note' }).fill('Spoke for 20 minutes, sister is with him.')
    await button('Release hold and close').click()
    await seen('Released by Dani Hart')
    expect(api.commands[1]?.body).toEqual({
      outcome: 'plan-reviewed',
      note: 'Spoke for 20 minutes, sister is with him.',
      contact: {
        way: 'call',
        with: 'person',
        at: '2026-11-20T10:15:00.000Z',
        reached: true,
        note: 'Spoke for 20 minutes, sister is with him.',
      },
      version: 2,
    })
  })

  test('an alert is handed over to somebody by name with a reason, and is nobody’s until they take it', async () => {
    api.alerts = [alertOf(T2)]
    await open()
    await button('Hand over').click()
    const list = page.getByRole('combobox', { name: 'Hand over to' })
    await list.locator('option', { hasText: 'Ash Lee (practitioner) – not at work now – this page only' }).waitFor({ state: 'attached' }) // prettier-ignore
    expect(await button('Hand over').isDisabled()).toBe(true)
    await list.selectOption(SUSHILA.staffId)
    await page.getByRole('textbox', { name: 'Why, and what they need to know' }).fill('I am leaving for the day')
    await button('Hand over').click()
    await seen(/Handed over to Sushila Rao by Dani Hart/)
    await seen('Handed over to Sushila Rao, not taken yet')
    expect(api.commands).toMatchObject([
      {
        path: `/staff/api/alerts/${T2}/hand-over`,
        body: { toStaffId: SUSHILA.staffId, reason: 'I am leaving for the day', version: 1 },
      },
    ])
  })

  test('a try that reached nobody asks what happens next, and an alert that holds cannot be closed as not reached', async () => {
    api.alerts = [alertOf(T2, { state: 'acknowledged', next: null })]
    await open()
    await seen('No contact logged yet')
    await button('Log contact').click()
    await page.getByRole('combobox', { name: 'How' }).selectOption('call')
    await page.getByRole('textbox', { name: 'Note' }).fill('Rang out twice')
    await page.getByRole('radio', { name: 'No', exact: true }).check()
    expect(await button('Save contact').isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'What happens next' }).fill('Ring again')
    await page.getByLabel('By when').fill('2026-12-01T15:00')
    await button('Save contact').click()
    await seen(/Not reached yet. Next: Ring again/)
    await seen('Phone call, Leo: not reached')
    expect(api.commands[0]).toMatchObject({
      path: `/staff/api/alerts/${T2}/contacts`,
      body: { way: 'call', with: 'person', reached: false, nextAction: 'Ring again', nextActionAt: '2026-12-01T15:00:00.000Z' },
    }) // prettier-ignore
    await button('Release hold').click()
    await page.getByRole('radio', { name: 'Referred on' }).waitFor()
    expect(await page.getByRole('radio', { name: 'No contact made' }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Referred on' }).check()
    await page.getByRole('textbox', { name: 'Note' }).fill('Crisis team is going out')
    expect(await button('Release hold and close').isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'To whom' }).fill('Crisis team')
    expect(await button('Release hold and close').isEnabled()).toBe(true)
  })

  test('when somebody else was faster, it says so and keeps what was typed', async () => {
    api.alerts = [alertOf(T2)]
    await open()
    await button('I’m dealing with this').click()
    await page.getByRole('textbox', { name: 'Planned action' }).fill('Ring his carer')
    api.alerts[0]!.version = 7
    await button('I’m dealing with this').click()
    await seen('Somebody changed this alert meanwhile')
    expect(await page.getByRole('textbox', { name: 'Planned action' }).inputValue()).toBe('Ring his carer')
  })

  test('a new alert on top does not take the place of the one that is being dealt with', async () => {
    api.alerts = [alertOf(T2)]
    await open()
    await button('I’m dealing with this').click()
    await page.getByRole('textbox', { name: 'Planned action' }).fill('Ring his ca')
    api.alerts = [alertOf(T3, { tier: 'T3', tierWords: 'Act now', openedAt: ago(0) }), ...api.alerts]
    api.announce(['alerts'])
    await seen('T3 · Act now')
    expect(await page.getByRole('textbox', { name: 'Planned action' }).inputValue()).toBe('Ring his ca')
  })

  test('a server that is gone is said at once, what was known stays, and all is fetched again when it is back', async () => {
    api.alerts = [alertOf(T2)]
    await open()
    await page.getByRole('blockquote').waitFor()
    api.reachable = false
    api.announce([])
    await seen('Not connected since today')
    await page.getByRole('blockquote').waitFor()
    api.alerts = [alertOf(T3, { tier: 'T3', tierWords: 'Act now' }), ...api.alerts]
    api.reachable = true
    await button('Try now').click()
    await seen('T3 · Act now')
    await page.getByText('Not connected since').waitFor({ state: 'detached' })
  })

  test('signed out, it offers the ways of signing in that there are, and nothing of a case is on the screen', async () => {
    api.signedIn = false
    api.alerts = [alertOf(T2)]
    await open(`#/alerts/${T2}`)
    await page.getByRole('link', { name: 'Sign in with your work account' }).waitFor()
    expect(await page.textContent('body')).not.toContain('Leo')
    api.signedIn = true
    await button('I have signed in: show the page').click()
    await page.getByRole('blockquote').waitFor()
  })

  test('a case shows measures with change, declined apart from missing, entries, notes and what did not arrive', async () => {
    await open(`#/cases/${CASE_ID}`)
    await page.getByRole('heading', { name: 'Leo (he/him)', level: 1 }).waitFor()
    await page.getByRole('img', { name: /^PHQ-9: 5 administrations, from 18 out of 27/ }).waitFor()
    const row = page.getByRole('table').getByRole('row').nth(3)
    expect(await row.getByRole('cell').allTextContents()).toEqual(['not scorable', 'cannot be said', '2', '2'])
    await seen('Since last: −2 (better)')
    await seen('Preferred not to say: Who with')
    await seen('Skipped: What helped')
    await seen('school mornings')
    await seen('1 stopped, 12 delivered')
    await button('Send again').click()
    for (let n = 0; n < 50 && api.commands.length === 0; n++) await page.waitForTimeout(20)
    expect(api.commands[0]?.path).toMatch(/\/deliveries\/.+\/resend$/)
  })

  test('the supervisor’s mark on a case is cleared by a decision with a note, and stays to be read', async () => {
    api.reviews = { wantedAt: ago(600), incidents: 2, mayReview: true, reviews: [] }
    await open(`#/cases/${CASE_ID}`)
    await seen('there have been 2 incidents in this episode')
    await button('Record the review').click()
    expect(await button('Keep and clear the mark').isDisabled()).toBe(true)
    await page.getByRole('radio', { name: 'Step up: another service' }).check()
    await page.getByRole('textbox', { name: 'Note' }).fill('Referral to CAMHS agreed with his carer')
    await button('Keep and clear the mark').click()
    await page.getByText('For supervisor case review').waitFor({ state: 'detached' })
    await page.getByText('Supervisor case reviews (1)').click()
    await seen('Referral to CAMHS agreed with his carer')
    expect(api.commands[0]?.body).toEqual({ decision: 'step-up', note: 'Referral to CAMHS agreed with his carer', incidents: 2 }) // prettier-ignore
    api.reviews = { wantedAt: null, incidents: 2, mayReview: true, reviews: [] }
  })

  test('closing a case asks why, where to, and a reason for everything that is missing', async () => {
    await open(`#/cases/${CASE_ID}`)
    await seen('Before it can be closed:')
    await button('Close the case').click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Why it ends').selectOption('not-attended')
    await form.getByText('Only the supervisor closes a case').waitFor()
    await form.getByLabel('Why it ends').selectOption('completed')
    await form.getByLabel('Where to').selectOption('specialist')
    await form.getByLabel('Which service').selectOption('camhs')
    await form.getByLabel(/^PHQ-9 has no pair/).fill('Did not want to at the end')
    await form.getByLabel('Staying-well plan').selectOption('given')
    expect(await seriousFaults()).toEqual([])
    await page.screenshot({ path: `${SHOTS}/staff-closing.png` })
    await form.getByRole('button', { name: 'Close the case' }).click()
    await form.waitFor({ state: 'detached' })
    expect(api.commands.map(({ path, body }) => [path, body])).toEqual([
      [
        `/staff/api/cases/${CASE_ID}/closing`,
        {
          version: expect.any(Number),
          reason: 'completed',
          destination: 'specialist',
          specialist: 'camhs',
          stayingWell: 'given',
          measuresMissing: [{ measure: 'phq-9', reason: 'Did not want to at the end' }],
        },
      ],
    ])
  })

  test('an invitation’s link and code are shown once, and the page comes back to the keyboard after it', async () => {
    await open(`#/cases/${CASE_ID}`)
    const leo = page.getByRole('region', { name: 'Leo', exact: true })
    await leo.getByRole('button', { name: 'New invitation' }).click()
    await button('Make the invitation').click()
    await page.getByText('482913', { exact: true }).waitFor()
    await button('Done').click()
    await page.getByText('482913', { exact: true }).waitFor({ state: 'detached' })
    const maureen = page.getByRole('region', { name: 'Maureen' })
    await maureen.getByRole('button', { name: 'Record consent' }).click()
    await seen('Still missing:')
    await page.keyboard.press('Escape')
    await page.getByText('Still missing:').waitFor({ state: 'detached' })
    for (let n = 0; n < 50 && (await page.locator('#page[aria-hidden]').count()) > 0; n++) await page.waitForTimeout(20)
    expect(await page.locator('#page[aria-hidden]').count()).toBe(0)
    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('Record consent')
  })

  test('an invitation waits for the consent record, and says what that still needs', async () => {
    await open(`#/cases/${CASE_ID}`)
    await page.getByRole('region', { name: 'Maureen' }).getByRole('button', { name: 'Invite' }).click()
    await page.getByRole('dialog').getByText('Which information was shown').waitFor()
    expect(await button('Make the invitation').isDisabled()).toBe(true)
  })

  test('measures and modules that may not be offered are listed with the reason and cannot be chosen', async () => {
    await open(`#/cases/${CASE_ID}`)
    await page
      .getByRole('region', { name: 'Leo', exact: true })
      .getByRole('button', { name: 'Ask for a measure' })
      .click()
    await page.getByText('Not available (1)').click()
    await seen('no permission on file')
    expect(await page.getByRole('radio').count()).toBe(1)
    await page.getByRole('radio', { name: 'PHQ-9', exact: true }).check()
    await button('Ask').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(api.commands[0]?.body).toEqual({ measure: 'phq-9', reason: 'session' })
  })

  test('unchecked helplines and the demonstration are said on every screen', async () => {
    for (const hash of ['', '#/caseload', `#/cases/${CASE_ID}`, '#/nowhere']) {
      await (page as Page | undefined)?.context().close()
      await open(hash)
      await seen('Helpline numbers are unchecked.')
      await seen('Demonstration.')
    }
  })

  test('the rota shows its gaps, is changed as a whole, and names each fault', async () => {
    await open('#/rota')
    await seen('No duty worker is on the rota on Tuesdays')
    await page.getByRole('checkbox', { name: 'Sushila Rao on duty on Tuesday' }).check()
    await button('Add an on-call turn').click()
    expect(await button('Save the service’s rota').isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: 'Who' }).selectOption(DANI.staffId)
    await page.getByLabel('From', { exact: true }).fill('2026-12-24T17:00')
    await page.getByLabel('Until', { exact: true }).fill('2026-12-28T09:00')
    api.rotaFaults = [
      { place: 'On call, Dani Hart', problem: 'ends before it begins' },
      { place: 'Duty Tuesday', problem: 'the service is closed then' },
    ]
    await button('Save the service’s rota').click()
    await seen('Duty Tuesday:')
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBe(2)
    api.rotaFaults = []
    await button('Save the service’s rota').click()
    await seen('Somebody would be told at every opening')
    expect(api.commands.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/staff/api/rota',
      body: {
        version: 3,
        duty: [{ staffId: SUSHILA.staffId, weekday: 1 }, { staffId: SUSHILA.staffId, weekday: 2 }],
        onCall: [{ staffId: DANI.staffId, from: '2026-12-24T17:00:00.000Z', until: '2026-12-28T09:00:00.000Z' }],
      },
    }) // prettier-ignore
  })

  test('one person’s days, leave, cover and addresses are changed in one form', async () => {
    await open('#/rota')
    const row = page.getByRole('row').filter({ hasText: 'supervisor, duty worker' })
    expect(await row.innerText()).toContain('this page only')
    await row.getByRole('button', { name: 'Change Sushila Rao' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('E-mail for alerts').fill('sushila@service.example')
    await form.getByLabel('Usually covered by').selectOption(DANI.staffId)
    await form.getByRole('checkbox', { name: 'Works days or hours of their own' }).check()
    await form.getByRole('checkbox', { name: 'Friday' }).uncheck()
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    expect(api.commands[0]).toMatchObject({
      path: `/staff/api/rota/staff/${SUSHILA.staffId}`,
      body: {
        version: 0, coverId: DANI.staffId, email: 'sushila@service.example', webhook: null, keepTeams: true,
        absences: [{ from: '2026-12-01T09:00:00.000Z', until: '2026-12-04T17:00:00.000Z', coverId: DANI.staffId }],
        hours: [1, 2, 3, 4].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
      },
    }) // prettier-ignore
  })

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    test.each([
      ['alerts', '', 'Alerts'],
      ['caseload', '#/caseload', 'Caseload'],
      ['case', `#/cases/${CASE_ID}`, 'Measures'],
      ['rota', '#/rota', 'Rota'],
    ])(
      '%s has no serious accessibility fault and fits 1280, 768 and 360 pixels',
      async (name, hash, heading) => {
        api.alerts = [
          alertOf(T3, { tier: 'T3', tierWords: 'Act now', openedAt: ago(4) }),
          alertOf(T2),
          alertOf(T2.replace('aa02', 'aa01'), {
            tier: 'T1',
            tierWords: 'Worth a look',
            holds: false,
            openedAt: ago(1500),
          }),
        ]
        await open(hash, { ...DESK, colorScheme })
        await page.getByRole('heading', { name: heading, exact: true }).waitFor()
        await page
          .getByText('Nobody is dealing')
          .or(page.getByText('nobody is dealing'))
          .or(page.getByText('3 open'))
          .or(page.getByText('this page only'))
          .first()
          .waitFor()
        for (const [width, height] of [
          [1280, 800],
          [768, 1024],
          [360, 740],
        ] as const) {
          await page.setViewportSize({ width, height })
          await page.waitForTimeout(150)
          await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true })
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          expect(await seriousFaults()).toEqual([])
        }
      },
      60_000,
    )
  })
})
