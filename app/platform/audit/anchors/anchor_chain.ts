import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Administration } from '#platform/tenancy/tenant_context'
import { GENESIS, merkleRoot, type ChainHead } from '../chain/canonical.js'
import { asSealer, takeTurn } from '../chain/chain.js'
import { headOf } from '../chain/seal_batch.js'
import { statementsOf } from '../chain/statements.js'
import { anchorLine, lineHash, type AnchorBody, type Signer } from './anchor.js'
import { anchorBytes, appendAnchor, readAnchors, type AnchorLine } from './anchor_file.js'

type Told = AnchorBody extends infer Body ? (Body extends AnchorBody ? Omit<Body, keyof Place> : never) : never
type Place = Pick<AnchorBody, 'v' | 'chain' | 'n' | 'at' | 'prev' | 'key'>

export interface Signers {
  current: Signer
  /** The one before a rotation, for as long as a chain has not been handed over. */
  before: Signer | null
}

/** What the anchors of one administration say last; read from the file again when somebody else wrote to it. */
export class AnchorChain {
  #last: AnchorLine | null = null
  #day: (AnchorLine['body'] & { kind: 'day' }) | null = null
  #bytes: number | null = null

  constructor(
    private readonly administration: Administration,
    private readonly signers: Signers,
    private readonly clock: () => number
  ) {}

  /**
   * Compares the chain with what was anchored last, and anchors where it stands now: its head, and
   * the Merkle root of each day that is over. `broken` when the database no longer holds what was anchored.
   */
  async anchor(): Promise<'anchored' | 'broken' | 'busy'> {
    return asSealer(this.administration, async (client) => {
      if (!(await takeTurn(client, 'anchor', this.administration))) return 'busy'
      const bytes = await anchorBytes(this.administration)
      if (bytes !== this.#bytes) await this.#readFile()
      const head = await headOf(client, this.administration)
      await this.#begin(head)
      const last = this.#last!.body
      const broken = head.seq < last.seq || (await this.#hashAt(client, last.seq)) !== last.head
      if (broken)
        await this.#append({ kind: 'break', expected_seq: last.seq, expected_head: last.head, ...standing(head) })
      else if (head.seq > last.seq) await this.#append({ kind: 'head', ...standing(head) })
      if (!broken) await this.#anchorDay(client)
      return broken ? 'broken' : 'anchored'
    })
  }

  async #readFile(): Promise<void> {
    const lines = await readAnchors(this.administration)
    this.#last = lines.at(-1) ?? null
    this.#day = lines.map(({ body }) => body).findLast((body) => body.kind === 'day') ?? null
  }

  /** The first line stands before the first entry; one that begins later tells of a file that was lost. */
  async #begin(now: ChainHead): Promise<void> {
    if (!this.#last) return this.#append({ kind: 'begin', public: this.signers.current.publicKey, ...standing(now) })
    const { current, before } = this.signers
    const { key, seq, head } = this.#last.body
    if (this.#handedOver(current.id) || key === current.id) return
    if (before?.id !== key) return
    await this.#append({ kind: 'rotation', next_key: current.id, next_public: current.publicKey, seq, head }, before)
  }

  #handedOver(key: string): boolean {
    const last = this.#last?.body
    return last?.kind === 'rotation' && last.next_key === key
  }

  async #hashAt(client: TransactionClientContract, seq: number): Promise<string | null> {
    if (seq === 0) return GENESIS.hash
    const { rows } = await client.rawQuery(statementsOf(this.administration).hashAt, [this.administration.id, seq])
    return rows[0]?.hash ?? null
  }

  /** A day is anchored once its last entry is sealed and the clock shows another date (UTC). */
  async #anchorDay(client: TransactionClientContract): Promise<void> {
    const today = new Date(this.clock()).toISOString().slice(0, 10)
    const from = this.#day?.last_seq ?? 0
    const bindings = [this.administration.id, from, `${today}T00:00:00Z`]
    const { rows: over } = await client.rawQuery(statementsOf(this.administration).sealedAfter, bindings)
    if (over.length === 0) return
    const { rows } = (await client.rawQuery(statementsOf(this.administration).hashesUntil, bindings)) as {
      rows: ChainHead[]
    }
    const { seq, head } = this.#last!.body
    await this.#append({
      kind: 'day',
      day: new Date(Date.parse(`${today}T00:00:00Z`) - 1).toISOString().slice(0, 10),
      first_seq: from + 1,
      last_seq: rows.at(-1)!.seq,
      root: merkleRoot(rows.map(({ hash }) => hash)),
      seq,
      head,
    })
  }

  async #append(told: Told, signer: Signer = this.signers.current): Promise<void> {
    const place: Place = {
      v: 1,
      chain: this.administration.id,
      n: (this.#last?.body.n ?? 0) + 1,
      at: new Date(this.clock()).toISOString(),
      prev: this.#last?.hash ?? GENESIS.hash,
      key: signer.id,
    }
    const body = { ...place, ...told } as AnchorBody
    const line = anchorLine(body, signer)
    // After a failed write it is read again: what reached the disk then is not known.
    this.#bytes = null
    await appendAnchor(this.administration, line)
    this.#bytes = await anchorBytes(this.administration)
    this.#last = { body, sig: '', hash: lineHash(line) }
    if (body.kind === 'day') this.#day = body
  }
}

const standing = ({ seq, hash: head }: ChainHead) => ({ seq, head })
