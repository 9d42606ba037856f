import env from '#start/env'

export interface Answer {
  status: number
  headers: Headers
  text: string
  bytes: Buffer
  /** Parsed body where it is JSON (an Inertia page too), else `null`. */
  json: any
  location: string | null
}

/** A browser without a screen: keeps cookies and texts, sends the CSRF token, follows nothing by itself. */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  /** What a page is sent once and then keeps: the texts of the language, 190 kB. */
  readonly #kept = new Set<string>()

  constructor(readonly base: string = `http://${env.get('HOST')}:${env.get('PORT')}`) {}

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** A page as Inertia asks for it: `json.component` and `json.props`. */
  page(path: string): Promise<Answer> {
    return this.send('GET', path, {
      headers: { 'x-inertia': 'true', 'x-inertia-version': '1', 'x-requested-with': 'XMLHttpRequest' },
    })
  }
  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers })
  }
  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.#json('POST', path, body)
  }
  put(path: string, body: unknown = {}): Promise<Answer> {
    return this.#json('PUT', path, body)
  }
  delete(path: string, body: unknown = {}): Promise<Answer> {
    return this.#json('DELETE', path, body)
  }

  /** One file as multipart, as the upload page sends it. */
  upload(path: string, name: string, bytes: Uint8Array): Promise<Answer> {
    const form = new FormData()
    form.set('file', new Blob([Uint8Array.from(bytes)]), name)
    return this.send('POST', path, { body: form, headers: { accept: 'application/json', ...this.#token() } })
  }

  async send(
    method: string,
    path: string,
    init: { body?: string | FormData | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {}
  ): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const kept = init.headers?.['x-inertia'] ? [...this.#kept].join() : ''
    const response = await fetch(`${this.base}${path}`, {
      method,
      redirect: 'manual',
      ...(init.body === undefined ? {} : { body: init.body }),
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(kept ? { 'x-inertia-except-once-props': kept } : {}),
        ...init.headers,
      },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null
    for (const key of Object.keys(json?.onceProps ?? {})) this.#kept.add(key)
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      json,
      location: response.headers.get('location'),
    }
  }

  #json(method: string, path: string, body: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...this.#token() }
    return this.send(method, path, { body: JSON.stringify(body), headers })
  }

  #token(): Record<string, string> {
    const token = this.#cookies.get('XSRF-TOKEN')
    return token ? { 'x-xsrf-token': decodeURIComponent(token) } : {}
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(line) || value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
