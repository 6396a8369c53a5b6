/**
 * A fetch that is over, its body read, within the time given, or rejects with a TimeoutError. Own timer and race in place
 * of `AbortSignal.timeout`: that one can be collected as garbage once a Request follows it, and the call then hangs for
 * ever.
 */
export const inTime =
  (send: (request: Request) => Promise<Response>, timeoutMs: number) =>
  async (request: Request): Promise<Response> => {
    const controller = new AbortController()
    const whole = readWhole(send(new Request(request, { signal: controller.signal })))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new DOMException('no answer in time', 'TimeoutError')
        reject(error)
        controller.abort(error)
      }, timeoutMs)
    })
    try {
      return await Promise.race([whole, late])
    } finally {
      clearTimeout(timer)
    }
  }

async function readWhole(call: Promise<Response>): Promise<Response> {
  const response = await call
  const body = await response.arrayBuffer()
  const { status, headers } = response
  return new Response(body.byteLength === 0 ? null : body, { status, headers })
}
