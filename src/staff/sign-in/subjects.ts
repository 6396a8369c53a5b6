/**
 * By which subjects a member of staff may stand in our table. Microsoft's `sub` differs from app to app and cannot be
 * looked up beforehand; its `oid` can, and is given by the tenant, never by the person. No other issuer's `oid` counts.
 */
export function subjectsOf(claims: { iss?: string; sub?: string; oid?: unknown }): string[] {
  const subjects = claims.sub === undefined ? [] : [claims.sub]
  const microsoft =
    claims.iss !== undefined && URL.canParse(claims.iss) && new URL(claims.iss).host === 'login.microsoftonline.com'
  if (microsoft && typeof claims.oid === 'string') subjects.push(claims.oid)
  return subjects
}
