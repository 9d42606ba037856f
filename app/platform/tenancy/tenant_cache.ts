import { tenancy } from './tenant_context.js'

/**
 * What a process keeps in memory for an administration. The key always contains the
 * administration, there is no way to read another's, and kept values are shared: treat them as frozen.
 */
export class TenantCache<T> {
  readonly #entries = new Map<string, { value: T; bytes: number }>()
  #bytes = 0

  /** Keeps at most so many, and so many bytes where it is told what each takes; what was not used for longest goes first. */
  constructor(
    private readonly most: number,
    private readonly memory?: { readonly ceiling: number; readonly bytesOf: (value: T) => number }
  ) {}

  /**
   * What follows from the kept value (or from none), kept in its place. Of two that ask at once and follow from the same, the one
   * that is done later stays.
   */
  async next(follow: (kept: T | null) => T | Promise<T>): Promise<T> {
    const key = tenancy.current().administration.id
    const value = await follow(this.#entries.get(key)?.value ?? null)
    this.#drop(key)
    const bytes = this.memory?.bytesOf(value) ?? 0
    this.#entries.set(key, { value, bytes })
    this.#bytes += bytes
    while (this.#isFull()) this.#drop(this.#entries.keys().next().value!)
    return value
  }

  /** The newest stays, however large: it is in use. */
  #isFull(): boolean {
    const { size } = this.#entries
    return size > this.most || (size > 1 && this.#bytes > (this.memory?.ceiling ?? Infinity))
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
  }
}
