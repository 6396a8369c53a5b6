import http from 'node:http'
import type { AddressInfo } from 'node:net'
import v8 from 'node:v8'
import vm from 'node:vm'
import { createCaseRecordClient } from '../../src/case-record/client.ts'

test('a call over real HTTP is given up in time although memory is cleared meanwhile', async () => {
  v8.setFlagsFromString('--expose-gc')
  const clearMemory = vm.runInNewContext('gc') as () => void
  const server = http.createServer((req, res) => {
    if (req.url === '/health') res.write('{"status":')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createCaseRecordClient({ url, token: 't', timeoutMs: 200 })
  const clearing = setInterval(clearMemory, 20)
  try {
    const late = { ok: false, kind: 'no-answer', code: 'timeout' }
    expect(await Promise.all([client.health(), client.getCase('A')])).toEqual([late, late])
  } finally {
    clearInterval(clearing)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
