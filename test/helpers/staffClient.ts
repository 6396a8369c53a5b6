/** A member of staff's browser over real HTTP, signed in by the printed development link. */
export class StaffClient {
  private readonly base: string
  private readonly cookie: string
  private constructor(base: string, cookie: string) {
    this.base = base
    this.cookie = cookie
  }

  static async signIn(link: string): Promise<StaffClient> {
    const response = await fetch(link, { redirect: 'manual' })
    const cookie = response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ')
    if (cookie === '')
      throw new Error(`the link did not sign in: ${response.status} ${response.headers.get('location')}`)
    return new StaffClient(new URL(link).origin, cookie)
  }

  get = <T>(path: string): Promise<T> => this.call<T>('GET', path)
  post = <T>(path: string, body: unknown): Promise<T> => this.call<T>('POST', path, body)

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        cookie: this.cookie,
        'x-requested-with': 'staff-page',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`)
    return (await response.json()) as T
  }
}
