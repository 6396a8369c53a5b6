/** First letters of up to two parts of a name. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/[\s-]+/)
    .slice(0, 2)
    .map((part) => [...part][0]?.toLocaleUpperCase('en-GB') ?? '')
    .join('')

/** A case is named by the young person's initials; where the work goes through a parent or carer, by what they call the child. */
export function initialsOfCase(
  people: readonly { role: string; preferredName: string; childCalled?: string | null }[],
  caseRef: string,
): string {
  const young = people.find((p) => p.role === 'young-person')
  const name = young?.preferredName ?? people.find((p) => p.childCalled)?.childCalled ?? people[0]?.preferredName
  return name === undefined || name === null ? caseRef.slice(-4) : initialsOf(name)
}
