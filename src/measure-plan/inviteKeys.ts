/** How the reminders that invite somebody to a measure are named: one invitation and at most two reminders a person. */
export const INVITE = 'measure-invite/'

const AT_MOST = 3

export const inviteKeys = (personId: string): string[] =>
  Array.from({ length: AT_MOST }, (_, n) => `${INVITE}${personId}/${n}`)
