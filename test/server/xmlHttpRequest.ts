/** As much of a browser's XMLHttpRequest as the Direct Line client uses, over Node's own fetch. */
export class BrowserRequest {
  readyState = 0
  status = 0
  statusText = ''
  response: unknown = null
  responseText = ''
  responseType = ''
  timeout = 0
  withCredentials = false
  upload = {}
  onreadystatechange: (() => void) | null = null
  onerror: (() => void) | null = null
  ontimeout: (() => void) | null = null
  onload: (() => void) | null = null
  private readonly stop = new AbortController()
  private readonly headers: Record<string, string> = {}
  private method = 'GET'
  private address = ''
  private answered: Headers | undefined

  open(method: string, address: string) {
    this.method = method
    this.address = address
    this.readyState = 1
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value
  }
  getAllResponseHeaders() {
    return [...(this.answered ?? [])].map(([name, value]) => `${name}: ${value}`).join('\r\n')
  }
  getResponseHeader(name: string) {
    return this.answered?.get(name) ?? null
  }
  abort() {
    this.stop.abort()
  }
  send(body?: string) {
    fetch(this.address, {
      method: this.method,
      headers: this.headers,
      body: body ?? undefined,
      signal: this.stop.signal,
    })
      .then(async (response) => {
        this.answered = response.headers
        this.status = response.status
        this.statusText = response.statusText
        this.responseText = await response.text()
        this.response =
          this.responseType === 'json' && this.responseText !== '' ? JSON.parse(this.responseText) : this.responseText
        this.readyState = 4
        this.onreadystatechange?.()
        this.onload?.()
      })
      .catch(() => {
        if (this.stop.signal.aborted) return
        this.readyState = 4
        this.onerror?.()
      })
  }
}
