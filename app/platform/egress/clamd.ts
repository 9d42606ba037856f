import { createConnection } from 'node:net'

export interface ClamdAddress {
  host: string
  port: number
}

/** What clamd said of one stream: nothing found, or the name of what it knows. */
type ClamdVerdict = { infected: false } | { infected: true; signature: string }

/** Pieces of a stream; clamd refuses larger ones than its own limit, which is far above. */
const PIECE = 64 * 1024
const MOST_SAID = 4096

/**
 * Sends bytes to clamd by its command INSTREAM (clamd(8)): `zINSTREAM\0`, pieces of uint32 big-endian
 * length and bytes, a piece of length 0, then one answer that ends with a NUL.
 * @throws when it cannot be reached, is silent for `patience` ms, or says anything else than a verdict
 */
export function scanStream({ host, port }: ClamdAddress, bytes: Buffer, patience = 30_000): Promise<ClamdVerdict> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port })
    let said = ''
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    socket.setTimeout(patience, () => fail(new Error('clamd does not answer')))
    socket.on('error', fail)
    socket.on('data', (data) => {
      said += data.toString('latin1')
      if (said.length > MOST_SAID) return fail(new Error('clamd says more than a verdict'))
      if (!said.includes('\0')) return
      socket.destroy()
      const verdict = verdictOf(said.slice(0, said.indexOf('\0')))
      if (verdict) resolve(verdict)
      else reject(new Error(`clamd: ${said.slice(0, 200).replaceAll('\0', '')}`))
    })
    socket.on('close', () => reject(new Error('clamd closed the connection without a verdict')))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += PIECE) socket.write(piece(bytes.subarray(at, at + PIECE)))
      socket.write(piece(Buffer.alloc(0)))
    })
  })
}

function piece(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** `stream: OK`, `stream: <signature> FOUND`; everything else is an error of clamd. */
function verdictOf(line: string): ClamdVerdict | null {
  if (line === 'stream: OK') return { infected: false }
  const found = /^stream: (.{1,200}) FOUND$/.exec(line)
  return found ? { infected: true, signature: found[1]! } : null
}
