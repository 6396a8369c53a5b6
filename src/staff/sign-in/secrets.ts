import { createHash, hkdfSync, randomBytes } from 'node:crypto'

/** A secret that nobody types: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** How a long secret is stored and found again. For long secrets only. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** A key of its own for each purpose, so that what was signed for one is worth nothing for another. */
export const keyFor = (purpose: string, signingKey: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', signingKey, 'staff', purpose, 32))
