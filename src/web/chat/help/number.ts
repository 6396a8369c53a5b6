/** A helpline's number as shown, taken apart: what is dialled, and what follows ("111, option 2"). */
export function splitNumber(shown: string): { dialled: string; rest: string } {
  const dialled = /^[\d ]*\d/.exec(shown)?.[0] ?? ''
  return { dialled, rest: shown.slice(dialled.length) }
}

/** The address that rings or texts a number: its own digits and never those of an option after it. */
export const numberAddress = (shown: string, how: 'call' | 'text'): string =>
  `${how === 'call' ? 'tel' : 'sms'}:${splitNumber(shown).dialled.replaceAll(' ', '')}`
