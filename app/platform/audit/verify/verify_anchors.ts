import { isSigned, lineHash, readAnchor, type AnchorBody } from '../anchors/anchor.js'
import { GENESIS } from '../chain/canonical.js'
import type { Fault } from './verification.js'

/** Reads the lines of the append-only file: numbered, chained, and each signed by the key that was in force. */
export function verifyAnchors(
  lines: readonly string[],
  chain: string,
  publicKeys: Readonly<Record<string, string>>
): { bodies: AnchorBody[]; faults: Fault[] } {
  const bodies: AnchorBody[] = []
  const faults: Fault[] = []
  let prev = GENESIS.hash
  let key = ''
  for (const line of lines) {
    const anchor = readAnchor(line)
    // Torn by a crash: the next whole line names the last whole one.
    if (!anchor) continue
    const { body } = anchor
    const at = (because: Fault['because']) => faults.push({ seq: body.seq, because })
    if (body.chain !== chain || body.n !== bodies.length + 1 || body.prev !== prev) at('anchors_altered')
    if (body.kind === 'begin') key = body.key
    const publicKey = publicKeys[body.key]
    if (body.key !== key || !publicKey || !isSigned(anchor, publicKey)) at('anchors_unsigned')
    if (body.kind === 'begin' && body.seq > 0) at('anchors_late')
    if (body.kind === 'break') faults.push({ seq: Math.min(body.seq, body.expected_seq), because: 'broken_before' })
    if (body.kind === 'rotation') key = body.next_key
    prev = lineHash(line)
    bodies.push(body)
  }
  return { bodies, faults }
}
