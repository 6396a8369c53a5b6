import type { Request, Response } from 'restify'

/** The Bot Framework door: takes activities at `/api/messages` and sends replies through the connector. */
export interface BotDoor {
  take(req: Request, res: Response): Promise<void>
  /** Sends what was committed before but not sent, in the order of each conversation. */
  sendPending(): Promise<void>
  /** Waits for sending in hand. */
  close(): Promise<void>
}
