import type { Locator, Page } from 'playwright-core'

/** The chat page as a young person or a parent handles it: by what can be read and tapped, never by what is behind it. */
export class ChatScreen {
  readonly page: Page
  /** The bottom of the page: the answer to the open question. */
  readonly answer: Locator
  /** A way to answer: there while a question is open. */
  readonly ways: Locator

  constructor(page: Page) {
    this.page = page
    this.answer = page.locator('section.answer')
    this.ways = this.answer.getByRole('button').first()
  }

  /** Opens the printed link, types the code and chooses a PIN; ends with the first question on the screen. */
  async join({ link, code }: { link: string; code: string }, pin = '4711'): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('Six-digit code').fill(code)
    await this.button('Open').click()
    await this.choosePin(pin)
  }

  async choosePin(pin: string): Promise<void> {
    await this.page.getByLabel('New PIN').fill(pin)
    await this.page.getByLabel('Type it again').fill(pin)
    await this.button('Save my PIN').click()
    await this.ways.waitFor()
  }

  async unlock(pin = '4711'): Promise<void> {
    await this.page.getByLabel('PIN', { exact: true }).fill(pin)
    await this.button('Open').click()
    await this.ways.waitFor()
  }

  /** Taps answers one after another; each waits for the question that offers it. */
  async tap(...labels: string[]): Promise<void> {
    for (const label of labels)
      await this.answer
        .getByRole('button', { name: label, exact: true })
        .click()
        .catch(async (reason: unknown) => {
          throw new Error(`“${label}” cannot be tapped: ${String(reason).split('\n')[0]}\n${await this.lastOnScreen()}`)
        })
  }

  /** Gives the open text question an answer in the person's own words. */
  async write(text: string): Promise<void> {
    await this.answer
      .getByRole('textbox')
      .fill(text)
      .catch(async (reason: unknown) => {
        throw new Error(`Nothing to write in: ${String(reason)}\n${await this.lastOnScreen()}`)
      })
    await this.answer.getByRole('button', { name: 'Send', exact: true }).click()
  }

  /** Waits until an answer can be tapped. */
  async offers(label: string): Promise<void> {
    await this.answer.getByRole('button', { name: label, exact: true }).waitFor()
  }

  /** Waits until there is a place to write. */
  async offersToWrite(): Promise<void> {
    await this.answer.getByRole('textbox').waitFor()
  }

  /** Asks again until a list has as many as that: deliveries to the case record go their own way. */
  async eventually<T>(look: () => Promise<T[]>, atLeast: number): Promise<T[]> {
    for (let n = 0; n < 100; n++) {
      const found = await look()
      if (found.length >= atLeast) return found
      await this.page.waitForTimeout(100)
    }
    return look()
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Waits until words stand on the screen. */
  async reads(words: string | RegExp): Promise<void> {
    await this.page
      .getByText(words)
      .last()
      .waitFor()
      .catch(async () => {
        throw new Error(`${String(words)} is not on the screen:\n${await this.lastOnScreen()}`)
      })
  }

  /** Whether words come to be within the screen, not under the bar or the answers. */
  async sees(words: RegExp): Promise<boolean> {
    const card = this.page.locator('.card').getByText(words).last()
    for (let n = 0; n < 80; n++) {
      const box = await card.boundingBox()
      const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
      if (await this.page.evaluate(({ x, y }) => Boolean(document.elementFromPoint(x, y)?.closest('.card')), at))
        return true
      await this.page.waitForTimeout(100)
    }
    return false
  }

  /** Everything in the conversation, as read from top to bottom. */
  conversation(): Promise<string> {
    return this.page.locator('.conversation').innerText()
  }

  private async lastOnScreen(): Promise<string> {
    return `${(await this.conversation()).slice(-600)}\n[${await this.answer.innerText()}]`
  }
}
