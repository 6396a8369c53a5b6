import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { describeRoutes } from '../../src/shared/openApi.ts'
import { defineRoute, STAFF_ROLES } from '../../src/shared/route.ts'
import { describeStaffApi } from '../../src/staff/describeStaffApi.ts'
import { createWorld } from './world.ts'

type Document = {
  paths: Record<string, Record<string, { operationId: string; 'x-access': { who: string } }>>
  components: { schemas: Record<string, unknown> }
}
const document = describeStaffApi() as unknown as Document
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

describe('the staff API’s document', () => {
  it('describes every route that is served, and no other', () => {
    const served = [...createWorld({} as never).routes.keys()]
    const signingIn = ['readSignInWays', 'signOut']
    expect(operations.map((o) => o.operationId).sort()).toEqual([...served, ...signingIn].sort())
  })

  it('is the one in the repository', async () => {
    expect(JSON.parse(await readFile(new URL('../../src/staff/openapi.json', import.meta.url), 'utf8'))).toEqual(
      document,
    )
  })

  it('opens nothing but the choice of signing in to anyone', () => {
    expect(operations.filter((o) => o['x-access'].who !== 'staff').map((o) => o.operationId)).toEqual([
      'readSignInWays',
    ])
  })

  it('points only at shapes that it holds', () => {
    const pointed = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map((m) => m[1]!)
    expect(pointed.filter((name) => !(name in document.components.schemas))).toEqual([])
  })
})

describe('describing routes', () => {
  const route = (id: string, reply: z.ZodType) =>
    defineRoute({
      id,
      method: 'get',
      path: `/${id}`,
      summary: '',
      access: { who: 'staff', roles: STAFF_ROLES },
      reply,
      handle: () => Promise.reject(new Error('not called')),
    })

  it('refuses two shapes under one name', () => {
    const one = z.object({ a: z.string() }).meta({ id: 'TestShape' })
    const routes = [route('a', one), route('b', z.object({ inner: one }))]
    expect(() => describeRoutes({ title: '', version: '', description: '' }, routes)).not.toThrow()
    const other = z.object({ b: z.string() }).meta({ id: 'TestShape' })
    expect(() => describeRoutes({ title: '', version: '', description: '' }, [...routes, route('c', other)])).toThrow(
      'TestShape',
    )
  })

  it('refuses two routes at one address', () => {
    expect(() =>
      describeRoutes({ title: '', version: '', description: '' }, [route('a', z.string()), route('a', z.string())]),
    ).toThrow('Two routes')
  })
})
