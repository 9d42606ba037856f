import type { Administration } from '#platform/tenancy/tenant_context'
import { anchorText } from '../anchors/anchor_file.js'
import { GENESIS } from '../chain/canonical.js'
import { auditPublicKeys } from '../keys.js'
import { chainPages, unsealedEntries } from './read_chain.js'

/** Who asked for an export and how it can be found in the audit: it stands in the file as a watermark. */
export interface ExportMark {
  madeAt: Date
  by: { kind: string; id: string; name: string | null }
  request: string
  /** What was asked for, in words of codes. */
  filter: Readonly<Record<string, string | null>>
}

/** Entries of a period lie in one stretch of the chain; the whole chain also names what waits to be chained. */
export interface Stretch {
  firstSeq: number
  lastSeq: number
}

const README = [
  'Proof of the audit of one administration. One JSON document a line.',
  'Check it without Landfall: node verify-audit.mjs <this file> [--anchors <anchors.jsonl>] [--fingerprint <SHA-256 of the public key>]',
  'Each entry carries the hash over itself and the entry before; anchors are signed heads of the chain, kept outside the database.',
  'Compare the fingerprint of the key, and if you can the anchors, with what you noted yourself: that is what makes this a proof.',
]

/** Lines of a proof: what it is, who made it, keys, anchors, entries, and an end that shows a cut. */
export async function* exportChain(
  administration: Administration,
  mark: ExportMark,
  stretch: Stretch | null
): AsyncGenerator<string> {
  const anchors = await anchorText(administration)
  for (const text of README) yield line({ type: 'readme', text })
  const after = (stretch?.firstSeq ?? 1) - 1
  yield line({
    type: 'header',
    format: 'landfall-audit/1',
    chain: administration.id,
    code: administration.code,
    complete: stretch === null,
    first_seq: after + 1,
    prev: await hashAt(administration, after),
    made_at: mark.madeAt.toISOString(),
    made_by: mark.by,
    request: mark.request,
    filter: mark.filter,
  })
  for (const [id, half] of Object.entries(auditPublicKeys())) yield line({ type: 'key', id, public: half })
  for (const anchor of anchors) yield line({ type: 'anchor', line: anchor })
  let entries = 0
  for await (const page of chainPages(administration, after, stretch?.lastSeq)) {
    entries += page.length
    yield page.map((row) => line({ type: 'entry', ...row })).join('')
  }
  if (stretch === null)
    for (const waiting of await unsealedEntries(administration)) yield line({ type: 'waiting', ...waiting })
  yield line({ type: 'end', entries })
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

async function hashAt(administration: Administration, seq: number): Promise<string> {
  if (seq === 0) return GENESIS.hash
  for await (const [row] of chainPages(administration, seq - 1, seq)) return row!.hash
  return GENESIS.hash
}
