import http from 'node:http'

/** Kept connections, one at a time for each conversation, as a channel's own servers keep them. */
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity })

/** Sends JSON and reads the answer's JSON; cheap, because it runs on the same processors as what it measures. */
export function sendJson(
  method: string,
  url: string,
  body: unknown,
  headers: http.OutgoingHttpHeaders = {},
): Promise<unknown> {
  const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method,
        agent,
        headers: { ...headers, ...(sent && { 'content-type': 'application/json', 'content-length': sent.length }) },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(parts).toString()
          if ((response.statusCode ?? 500) >= 300) return reject(new Error(`${response.statusCode} ${url}: ${text}`))
          resolve(text === '' ? undefined : JSON.parse(text))
        })
      },
    )
    request.on('error', reject)
    request.end(sent)
  })
}

/** Closes the kept connections, so that the process can end. */
export const closeConnections = (): void => agent.destroy()
