/** Letters of other scripts, and look-alikes that NFKC leaves, that pass for Latin ones at a glance. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a', α: 'a', ɑ: 'a', в: 'b', ь: 'b', β: 'b', с: 'c', ϲ: 'c', ԁ: 'd', е: 'e', ё: 'e', є: 'e', ε: 'e', ғ: 'f', ɡ: 'g', һ: 'h', н: 'h',
  і: 'i', ї: 'i', ı: 'i', ι: 'i', ј: 'j', к: 'k', κ: 'k', ӏ: 'l', ʟ: 'l', м: 'm', п: 'n', η: 'n', о: 'o', ο: 'o', ө: 'o', σ: 'o', р: 'p', ρ: 'p',
  ԛ: 'q', г: 'r', ѕ: 's', т: 't', τ: 't', υ: 'u', ц: 'u', ν: 'v', ѵ: 'v', ԝ: 'w', ω: 'w', х: 'x', χ: 'x', у: 'y', γ: 'y', ø: 'o', ł: 'l', đ: 'd',
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ħ: 'h', ŧ: 't', ɩ: 'i', ʀ: 'r', ɴ: 'n', ɪ: 'i', ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ɢ: 'g',
  ʜ: 'h', ᴊ: 'j', ᴋ: 'k', ᴍ: 'm', ᴏ: 'o', ᴘ: 'p', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z',
} // prettier-ignore

const PLAIN = /^[\x00-\x7f]*$/ // eslint-disable-line no-control-regex
// Single marks are meant, each by itself.

const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g

/** Takes decoration off a piece of text: case, accents, full-width and mathematical letters, invisible marks, look-alikes. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  const bare = text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´ʼ]/g, "'")
    .toLowerCase()
  return bare.replace(/[^\x00-\x7f]/gu, (letter) => LOOK_ALIKES[letter] ?? letter) // eslint-disable-line no-control-regex
}
