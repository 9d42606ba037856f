import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { jcs } from '../chain/canonical.js'

interface AnchorBase {
  v: 1
  /** The administration whose chain is anchored. */
  chain: string
  /** Number of this line, from 1. */
  n: number
  at: string
  /** SHA-256 of the line before; zeros before the first. */
  prev: string
  /** Key that signed it. */
  key: string
  /** The chain then: its newest number and hash. */
  seq: number
  head: string
}

/** One line of the append-only file: what it says of the chain. */
export type AnchorBody = AnchorBase &
  (
    | { kind: 'begin'; public: string }
    | { kind: 'head' }
    | { kind: 'day'; day: string; first_seq: number; last_seq: number; root: string }
    | { kind: 'rotation'; next_key: string; next_public: string }
    /** The database no longer held what was anchored before. It never did so by itself. */
    | { kind: 'break'; expected_seq: number; expected_head: string }
  )

export interface Signer {
  id: string
  key: KeyObject
  /** SPKI, DER, base64. */
  publicKey: string
}

const DOMAIN = 'landfall/anchor/v1\n'
const signed = (body: AnchorBody): Buffer => Buffer.from(DOMAIN + jcs(body))

export const anchorLine = (body: AnchorBody, signer: Signer): string =>
  jcs({ ...body, sig: sign(null, signed(body), signer.key).toString('base64') })

export const lineHash = (line: string): string => createHash('sha256').update(line).digest('hex')

export function readAnchor(line: string): { body: AnchorBody; sig: string } | null {
  try {
    const { sig, ...body } = JSON.parse(line) as AnchorBody & { sig: string }
    return { body: body as AnchorBody, sig }
  } catch {
    return null
  }
}

export const isSigned = ({ body, sig }: { body: AnchorBody; sig: string }, publicKey: string): boolean =>
  verify(
    null,
    signed(body),
    createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
    Buffer.from(sig, 'base64')
  )
