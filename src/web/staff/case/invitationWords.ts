import words from '../../../../content/invitation.en.yaml'

/** The words of the card, which is read by the person who is invited: authored in `content/`, built into the page. */
export const invitationWords = words as Record<'link' | 'code' | 'teams' | 'until', string>
