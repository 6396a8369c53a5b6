/** What one go was like, as far as it was said. */
export interface Practice {
  left: boolean
  start?: number | undefined
  end?: number | undefined
  cameTrue?: 'yes' | 'part' | 'no' | undefined
}

/** The outcome as it is recorded (brief 1d). */
export const outcomeOf = ({ left, start, end }: Practice): 'left_early' | 'stayed_till_half' | 'stayed_agreed_time' =>
  left
    ? 'left_early'
    : start !== undefined && end !== undefined && end <= start / 2
      ? 'stayed_till_half'
      : 'stayed_agreed_time'

/**
 * What is said to it: fear that halved, a prediction that did not come true, having stayed. All of them are success: learning
 * does not need fear to drop. Having left early is having gone.
 */
export function successOf(practice: Practice): 'halved' | 'surprised' | 'stayed' | 'went' {
  if (practice.left) return 'went'
  if (outcomeOf(practice) === 'stayed_till_half' && (practice.start ?? 0) > 0) return 'halved'
  return practice.cameTrue === 'no' || practice.cameTrue === 'part' ? 'surprised' : 'stayed'
}
