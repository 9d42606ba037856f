import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault =
  /** The connection breaks when the request has arrived. */
  | 'cut'
  /** The store asks to slow down. */
  | 'slow_down'
  /** Half of what was sent arrives at the store, which is told it was all. */
  | 'half_sent'
  /** One byte of what was sent is another when it arrives. */
  | 'flipped_sent'
  /** The answer breaks off in the middle. */
  | 'half_answered'
  /** The store keeps nothing and says that it did. */
  | 'forgotten'
  /** The store says it has an object of this name. */
  | 'there_already'

export interface FaultyProxy {
  port: number
  /** Breaks the next `times` requests that `when` matches. */
  break(fault: Fault, times: number, when?: (request: IncomingMessage) => boolean): void
  /** Requests since the last call, `PUT /bucket/key…`. */
  seen(): string[]
  close(): Promise<void>
}

/** Passes requests on to an S3 server of this machine, and breaks what it is told to. */
export async function faultyProxy(target: number): Promise<FaultyProxy> {
  let planned: { fault: Fault; times: number; when: (request: IncomingMessage) => boolean } | undefined
  let seen: string[] = []
  const server = http.createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    const body = Buffer.concat(await Array.fromAsync(request))
    const fault = planned && planned.times > 0 && planned.when(request) ? planned.fault : undefined
    if (fault) planned!.times--
    if (fault === 'cut') return request.socket.destroy()
    if (fault === 'slow_down') return answer(response, 503, '<Error><Code>SlowDown</Code></Error>')
    if (fault === 'there_already') return answer(response, 412, '<Error><Code>PreconditionFailed</Code></Error>')
    if (fault === 'forgotten') {
      const { createHash } = await import('node:crypto')
      response.setHeader('etag', `"${createHash('md5').update(body).digest('hex')}"`)
      return answer(response, 200, '')
    }
    pass(target, request, altered(body, fault), response, fault === 'half_answered')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    break: (fault, times, when = () => true) => void (planned = { fault, times, when }),
    seen: () => seen.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function altered(body: Buffer, fault: Fault | undefined): Buffer {
  if (fault === 'half_sent') return body.subarray(0, body.length >> 1)
  if (fault !== 'flipped_sent') return body
  const copy = Buffer.from(body)
  copy[copy.length >> 1]! ^= 1
  return copy
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}

function pass(target: number, request: IncomingMessage, body: Buffer, response: ServerResponse, cut: boolean): void {
  const headers = { ...request.headers, 'content-length': String(body.length) }
  const onward = http.request(
    { host: '127.0.0.1', port: target, method: request.method, path: request.url, headers },
    async (got) => {
      const whole = Buffer.concat(await Array.fromAsync(got))
      response.writeHead(got.statusCode!, got.headers)
      if (!cut) return response.end(whole)
      response.write(whole.subarray(0, whole.length >> 1), () => response.destroy())
    }
  )
  onward.on('error', () => response.destroy())
  onward.end(body)
}
