import type { Administration } from '#platform/tenancy/tenant_context'
import type { AnchorBody } from '../anchors/anchor.js'
import { anchorText } from '../anchors/anchor_file.js'
import { canonicalOf, entryHash, GENESIS, merkleRoot } from '../chain/canonical.js'
import { auditPublicKeys } from '../keys.js'
import { chainPages, unsealedEntries, type ChainRow } from './read_chain.js'
import type { Fault, FaultCode, Verification } from './verification.js'
import { verifyAnchors } from './verify_anchors.js'

const MOST_FAULTS = 100

/** Walks a chain from its first entry and holds it against its anchors. Goes on after a fault, so that each is named. */
class Walk {
  readonly faults: Fault[] = []
  entries = 0
  #seq = 0
  #hash = GENESIS.hash
  #hashesOfDay: string[] = []
  readonly #heads = new Map<number, Set<string>>()
  readonly #days = new Map<number, AnchorBody & { kind: 'day' }>()

  constructor(
    private readonly tenant: string,
    anchors: readonly AnchorBody[]
  ) {
    for (const body of anchors) {
      this.#heads.set(body.seq, (this.#heads.get(body.seq) ?? new Set()).add(body.head))
      if (body.kind === 'day') this.#days.set(body.last_seq, body)
    }
  }

  get lastSeq(): number {
    return this.#seq
  }

  step({ seq, hash, entry }: ChainRow): void {
    this.entries++
    if (seq !== this.#seq + 1) this.#fault(this.#seq + 1, 'gap')
    if (!entry) this.#fault(seq, 'entry_missing')
    else if (entryHash(this.#hash, canonicalOf(this.tenant, seq, entry)) !== hash) this.#fault(seq, 'altered')
    const heads = this.#heads.get(seq)
    if (heads && [...heads].some((head) => head !== hash)) this.#fault(seq, 'anchor_differs')
    this.#hashesOfDay.push(hash)
    const day = this.#days.get(seq)
    if (day) {
      if (merkleRoot(this.#hashesOfDay) !== day.root) this.#fault(day.first_seq, 'day_differs')
      this.#hashesOfDay = []
    }
    this.#seq = seq
    this.#hash = hash
  }

  end(): void {
    if (Math.max(0, ...this.#heads.keys()) > this.#seq) this.#fault(this.#seq + 1, 'cut_off')
  }

  #fault(seq: number, because: FaultCode): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ seq, because })
  }
}

const byNumber = (a: Fault, b: Fault): number => a.seq - b.seq || (a.because < b.because ? -1 : 1)

/**
 * Verifies the chain of one administration, or of the platform, against the file of its anchors.
 * The stand-alone `bin/verify-audit.mjs` says the same of an export, written independently of this.
 */
export async function verifyChain(administration: Administration): Promise<Verification> {
  // Before the rows: what is sealed meanwhile has no anchor here yet, and needs none.
  const lines = await anchorText(administration)
  const anchors = verifyAnchors(lines, administration.id, auditPublicKeys())
  const walk = new Walk(administration.id, anchors.bodies)
  for await (const page of chainPages(administration)) for (const row of page) walk.step(row)
  walk.end()
  const faults = [...walk.faults, ...anchors.faults]
  if (anchors.bodies.length === 0 && walk.lastSeq > 0) faults.push({ seq: 1, because: 'anchors_missing' })
  const astray = (await unsealedEntries(administration)).filter(({ queued }) => !queued)
  if (astray.length > 0) faults.push({ seq: walk.lastSeq + 1, because: 'unchained' })
  return {
    entries: walk.entries,
    lastSeq: walk.lastSeq,
    anchors: anchors.bodies.length,
    faults: faults.sort(byNumber).slice(0, MOST_FAULTS),
  }
}
