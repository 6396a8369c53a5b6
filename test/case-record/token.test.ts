import { clientCredentialsToken } from '../../src/case-record/token.ts'

/** A token endpoint and a record that knows which tokens are good. */
function scene(lasts: number | undefined = 300) {
  let now = Date.UTC(2026, 2, 1)
  let given = 0
  const good = new Set<string>()
  const asked: string[] = []
  const token = clientCredentialsToken(
    { tokenUrl: 'http://127.0.0.1:9/token', clientId: 'bot', clientSecret: 's3', scope: 'system/*.cruds' },
    { now: () => new Date(now) },
    {
      fetch: async (_url, init) => {
        asked.push(`${new Headers(init?.headers).get('authorization')} ${String(init?.body as never)}`)
        good.add(`t${++given}`)
        const body = {
          access_token: `t${given}`,
          token_type: 'bearer',
          ...(lasts !== undefined && { expires_in: lasts }),
        }
        return Response.json(body)
      },
    },
  )
  const bodies: string[] = []
  const send = token.authorise(async (request) => {
    bodies.push(await request.text())
    const bearer = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    return new Response(bearer, { status: good.has(bearer) ? 200 : 401 })
  })
  const call = async () => {
    const answer = await send(new Request('http://record.test/', { method: 'POST', body: 'words' }))
    return `${answer.status} ${await answer.text()}`
  }
  return { call, asked, bodies, good, moveOn: (ms: number) => (now += ms) }
}

test('one token serves all who send at the same time, by client credentials with the scope that was set', async () => {
  const { call, asked } = scene()
  expect(await Promise.all([call(), call(), call()])).toEqual(['200 t1', '200 t1', '200 t1'])
  expect(asked).toEqual([`Basic ${btoa('bot:s3')} scope=system%2F*.cruds&grant_type=client_credentials`])
})

test('a token is changed before it runs out', async () => {
  const { call, moveOn } = scene(300)
  await call()
  moveOn(269_000)
  expect(await call()).toBe('200 t1')
  moveOn(2_000)
  expect(await call()).toBe('200 t2')
})

test('one that the record takes no more is changed at once, and the same words are sent again; a second no stands', async () => {
  const { call, good, bodies, asked } = scene(undefined)
  await call()
  good.clear()
  expect(await call()).toBe('200 t2')
  expect(bodies).toEqual(['words', 'words', 'words'])
  good.add = () => good
  good.clear()
  expect(await call()).toMatch(/^401/)
  expect(asked).toHaveLength(3)
})

test('where no token can be had the call fails like any that does not reach the record, and the next one asks anew', async () => {
  let down = true
  const token = clientCredentialsToken(
    { tokenUrl: 'http://127.0.0.1:9/token', clientId: 'bot', clientSecret: 's3' },
    { now: () => new Date(0) },
    {
      fetch: async () =>
        down ? new Response('no', { status: 503 }) : Response.json({ access_token: 't', token_type: 'bearer' }),
    },
  )
  const send = token.authorise(async () => new Response('held'))
  await expect(send(new Request('http://record.test/'))).rejects.toThrow()
  down = false
  expect(await (await send(new Request('http://record.test/'))).text()).toBe('held')
})
