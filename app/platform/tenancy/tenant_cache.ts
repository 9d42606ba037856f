import { tenancy } from './tenant_context.js'

/**
 * What a process keeps in memory for an administration. The key always contains the
 * administration, there is no way to read another's, and kept values are shared: treat them as frozen.
 */
export class TenantCache<T> {
  readonly #entries = new Map<string, { fingerprint: string; value: T }>()

  constructor(private readonly most: number) {}

  /** The kept value while the fingerprint is the same, else a new one. */
  async get(fingerprint: string, build: () => Promise<T>): Promise<T> {
    const key = tenancy.current().administration.id
    const kept = this.#entries.get(key)
    if (kept?.fingerprint === fingerprint) {
      this.#entries.delete(key)
      this.#entries.set(key, kept)
      return kept.value
    }
    const value = await build()
    this.#entries.delete(key)
    this.#entries.set(key, { fingerprint, value })
    if (this.#entries.size > this.most) this.#entries.delete(this.#entries.keys().next().value!)
    return value
  }
}
