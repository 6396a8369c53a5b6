import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(scrypt) as (secret: string, salt: Buffer, length: number) => Promise<Buffer>

/** A long secret that nobody types: links, device cookies. 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Sixteen consonants: no vowels, so that no word comes out by chance, and nothing that looks like a digit. */
const LETTERS = 'BCDFGHJKLMNPRTVX'

/** How a long secret is stored and found again: SHA-256 in our sixteen letters. For long secrets only, never for codes. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex').replace(/[0-9a-f]/g, (digit) => LETTERS.charAt(parseInt(digit, 16))) // prettier-ignore

/** Digits for a person to type. */
export const newDigits = (length: number): string => String(randomInt(10 ** length)).padStart(length, '0')

/** Letters for a person to type. */
export const newLetters = (length: number): string =>
  Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')

/** How a short code or PIN is stored: scrypt (N 16384, r 8, p 1) with its own salt, so that a stolen table is slow to guess from. */
export async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${(await derive(code, salt, 32)).toString('base64url')}`
}

/** Compares a typed code with a stored one in constant time. About 50 ms: count the try first, then compare. */
export async function matchesCode(code: string, stored: string): Promise<boolean> {
  const [, salt, hash] = stored.split('$')
  if (salt === undefined || hash === undefined) return false
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(code, Buffer.from(salt, 'base64url'), 32)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
