import { createServer, type Server } from 'node:net'
import type { ClamdAddress } from '#platform/egress/clamd'

/** What stands in for malware in tests; the fake knows it and nothing else. */
export const PLANTED = Buffer.from('LANDFALL-PLANTED-MALWARE')

interface FakeClamd extends ClamdAddress {
  /** The stream of each connection, put together from its pieces. */
  streams: Buffer[]
  close: () => Promise<void>
}

/** A clamd that speaks INSTREAM only, written from the manual (clamd(8)) and not from our client. */
export async function fakeClamd(answer?: (stream: Buffer) => string | null): Promise<FakeClamd> {
  const streams: Buffer[] = []
  const verdict =
    answer ?? ((stream: Buffer) => (stream.includes(PLANTED) ? 'stream: Planted.Test FOUND\0' : 'stream: OK\0'))
  const server = createServer((socket) => {
    let waiting = Buffer.alloc(0)
    let begun = false
    const pieces: Buffer[] = []
    socket.on('error', () => {})
    socket.on('data', (data) => {
      waiting = Buffer.concat([waiting, data])
      if (!begun) {
        const end = waiting.indexOf(0)
        if (end < 0) return
        if (waiting.subarray(0, end).toString() !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\0')
        begun = true
        waiting = waiting.subarray(end + 1)
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE()
        if (length === 0) {
          const stream = Buffer.concat(pieces)
          streams.push(stream)
          const said = verdict(stream)
          return said === null ? undefined : socket.end(said)
        }
        if (waiting.length < 4 + length) return
        pieces.push(waiting.subarray(4, 4 + length))
        waiting = waiting.subarray(4 + length)
      }
    })
  })
  await listening(server)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the fake clamd does not listen')
  return {
    host: '127.0.0.1',
    port: address.port,
    streams,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
