import { createTransport } from 'nodemailer'
import type { AlertRoute } from './route.ts'

/** The mail server alerts are handed to, and whom they come from. */
interface EmailSettings {
  /** `smtp://user:password@host:port`, `smtps://…` */
  smtpUrl: string
  from: string
}

/** The same for every alert: a mailbox, and whoever looks over a shoulder, learns nothing from it. */
const SUBJECT = 'Please look at your staff page'
/** The library has no way to break off: a server that says nothing is left after this. */
const SILENCE_MS = 8_000

/** By e-mail: a link and nothing else. */
export function createEmailRoute({ smtpUrl, from }: EmailSettings): AlertRoute {
  return {
    id: 'email',
    async send({ id, address, link }, signal) {
      // A connection for each: an alert is rare, and one that is left open can have died unnoticed.
      const transport = createTransport({
        url: smtpUrl,
        connectionTimeout: SILENCE_MS,
        greetingTimeout: SILENCE_MS,
        socketTimeout: SILENCE_MS,
      })
      const sending = transport.sendMail({
        from,
        to: address,
        subject: SUBJECT,
        text: `Something waits for you: ${link}\n\nOpening the link does not acknowledge anything.\n`,
        messageId: `<${id}@alerts.invalid>`,
        priority: 'high',
      })
      await Promise.race([sending, rejectWhen(signal)])
    },
  }
}

const rejectWhen = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(Object.assign(new Error('no answer'), { code: 'timeout' })), {
      once: true,
    }),
  )
