import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose'
import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { subjectsOf } from '../../src/staff/sign-in/subjects.ts'
import { createSignIn, type SignIn } from '../../src/staff/sign-in/signIn.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { isLocal } from './signInServer.ts'

const TENANT = '6f9b0b8e-0000-4000-8000-000000000001'
const ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`
const AUDIENCE = 'api://staff.example/bot'
const NOW = new Date('2026-11-18T09:30:00.000Z')
const OID = '6f9b0b8e-0000-4000-8000-0000000000aa'

const base: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'pairwise',
  oid: OID,
  tid: TENANT,
  exp: NOW.getTime() / 1000 + 600,
}

describe.each(ENGINES)('a token of the Teams tab on %s', (engine) => {
  let database: Database
  let signIn: SignIn
  let theirs: { publicKey: CryptoKey; privateKey: CryptoKey }
  const sign = (claims: object, key: CryptoKey = theirs.privateKey) =>
    new SignJWT({ ...base, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key)
  const ask = (token: string, method = 'get') => signIn.authenticateStaff({ authorization: `Bearer ${token}` }, method)

  beforeAll(async () => {
    database = await freshDatabase(engine)
    theirs = await generateKeyPair('RS256')
    const keys = createLocalJWKSet({
      keys: [{ ...(await exportJWK(theirs.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }],
    })
    signIn = createSignIn({
      database, clock: { now: () => NOW }, logger: silentLogger, serviceName: 'A service', publicUrl: 'https://staff.example', signingKey: 'k'.repeat(40),
      production: true, openIdConnect: null, teams: { issuer: ISSUER, audience: AUDIENCE, tenant: TENANT, keys }, isLocal,
    }) // prettier-ignore
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, $2, $3, 'Dani Example', 'Dani', '{practitioner}', $4)`,
      [newId(), ISSUER, OID, NOW],
    )
  })
  afterAll(() => database.close())

  it('is accepted for reading and for changing: no other site can send one', async () => {
    expect(await ask(await sign({}))).toMatchObject({ displayName: 'Dani Example' })
    expect(await ask(await sign({}), 'post')).toMatchObject({ displayName: 'Dani Example' })
  })

  it.each([
    ['another issuer', { iss: 'https://login.microsoftonline.com/other/v2.0' }],
    ['another audience', { aud: 'api://somebody.else' }],
    ['another tenant', { tid: 'other' }],
    ['no tenant', { tid: undefined }],
    ['an end in the past', { exp: NOW.getTime() / 1000 - 1 }],
    ['no end', { exp: undefined }],
    ['a start in the future', { nbf: NOW.getTime() / 1000 + 300 }],
    ['somebody who is not in our table', { oid: 'somebody-else' }],
  ])('is refused with %s', async (_, claims) => {
    expect(await ask(await sign(claims))).toBeNull()
  })

  it('is refused unsigned, signed by others, and signed with what is public', async () => {
    expect(await ask(new UnsecuredJWT(base).encode())).toBeNull()
    expect(await ask(await sign({}, (await generateKeyPair('RS256')).privateKey))).toBeNull()
    const shared = new TextEncoder().encode(JSON.stringify(await exportJWK(theirs.publicKey)))
    expect(await ask(await new SignJWT(base).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(shared))).toBeNull()
  })

  it('is refused when it is no token at all, and a cookie beside it does not help', async () => {
    expect(await ask('nonsense')).toBeNull()
    expect(
      await signIn.authenticateStaff({ authorization: 'Basic x', cookie: '__Host-staff-sign-in=anything' }, 'get'),
    ).toBeNull()
  })
})

it('counts an oid from Microsoft only: elsewhere a person may choose it themselves', () => {
  expect(subjectsOf({ iss: ISSUER, sub: 'pairwise', oid: OID })).toEqual(['pairwise', OID])
  expect(subjectsOf({ iss: 'https://other.issuer', sub: 'pairwise', oid: OID })).toEqual(['pairwise'])
  expect(subjectsOf({ iss: 'https://login.microsoftonline.com.evil.example/v2.0', sub: 'pairwise', oid: OID })).toEqual(
    ['pairwise'],
  )
})
