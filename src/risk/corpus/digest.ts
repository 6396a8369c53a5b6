/**
 * A 64-bit digest of a text as 16 hexadecimal digits (two rounds of MurmurHash3's mixing with different seeds). It shows
 * a changed message and orders messages evenly; it protects against nobody.
 */
export const digestText = (text: string): string => half(text, 0x9747b28c) + half(text, 0x1b873593)

function half(text: string, seed: number): string {
  let hash = seed
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0xcc9e2d51)
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
