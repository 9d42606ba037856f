import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type BlockList, type LookupFunction } from 'node:net'
import { isListed, isReachable } from './addresses.js'

/** Why nothing was posted, or nobody answered. */
export const POST_FAILURES = [
  'url_refused',
  'name_unknown',
  'address_refused',
  'unreachable',
  'untrusted',
  'too_slow',
] as const
export type PostFailure = (typeof POST_FAILURES)[number]

export type Posted = { ok: true; status: number; milliseconds: number } | { ok: false; why: PostFailure }

export interface Address {
  address: string
  family: number
}

export interface PostOptions {
  headers: Readonly<Record<string, string>>
  body: string
  /** Addresses that may be spoken to although they are not public: the operator's (`LANDFALL_EGRESS_ALLOW`). */
  allowed: BlockList
  resolve?: (name: string) => Promise<Address[]>
  /** For all of it, in ms. */
  patience?: number
}

const PATIENCE = 5_000
/** Of an answer that is only counted, never kept. */
const MOST_ANSWER = 64 * 1024

/**
 * Posts JSON to an address that an administration wrote down (SECURITY T67). Its name is resolved once,
 * every address it stands for is looked at, and the connection goes to the one that was looked at, so that a
 * name that changes meanwhile changes nothing. Redirects are not followed: a 3xx is an answer like others.
 * The text of the answer is read to a cap and forgotten. https and port 443 only, but for the operator's own list.
 */
export async function post(address: string, options: PostOptions): Promise<Posted> {
  const { allowed } = options
  const url = readUrl(address)
  if (!url) return { ok: false, why: 'url_refused' }
  const found = await addressesOf(url, options.resolve ?? ((name) => lookup(name, { all: true })))
  const [first] = found
  if (!first) return { ok: false, why: 'name_unknown' }
  if (!found.every((each) => isReachable(each.address, allowed))) return { ok: false, why: 'address_refused' }
  const own = found.every((each) => isListed(each.address, allowed))
  if (!own && (url.protocol !== 'https:' || url.port !== '')) return { ok: false, why: 'url_refused' }
  return send(url, first, options)
}

/** An http or https address without a name and password in it; null for everything else. */
export function readUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && url.username === '' && url.password === '' && url.hostname !== '' ? url : null
}

async function addressesOf(url: URL, resolve: (name: string) => Promise<Address[]>): Promise<Address[]> {
  // Numbers in any writing (decimal, octal, hexadecimal) are plain numbers by now: the URL standard reads them.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  return resolve(host).catch(() => [])
}

function send(url: URL, to: Address, { headers, body, patience = PATIENCE }: PostOptions): Promise<Posted> {
  const started = performance.now()
  const pinned: LookupFunction = (_name, { all }, done) => (all ? done(null, [to]) : done(null, to.address, to.family))
  return new Promise((resolve) => {
    const late = AbortSignal.timeout(patience)
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
      method: 'POST',
      agent: false,
      lookup: pinned,
      signal: late,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    })
    const fail = (error: Error) => resolve({ ok: false, why: late.aborted ? 'too_slow' : reasonOf(error) })
    request.on('error', fail)
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      const milliseconds = Math.round(performance.now() - started)
      const done = () => {
        request.destroy()
        resolve({ ok: true, status, milliseconds })
      }
      let read = 0
      response.on('data', (piece: Buffer) => {
        read += piece.length
        if (read > MOST_ANSWER) done()
      })
      response.on('end', done)
      // It said what it did with the message; how it ends does not change that.
      response.on('error', done)
    })
    request.end(body)
  })
}

const UNTRUSTED = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/

const reasonOf = (error: Error & { code?: string }): PostFailure =>
  UNTRUSTED.test(error.code ?? '') ? 'untrusted' : 'unreachable'
