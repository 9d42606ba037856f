import type { BlobStore } from '#platform/blobs/blob_store'
import { useBlobStore } from '#platform/blobs/service'

/** Lets the blob store fail with an error of the system for as long as `code` is set; `end` puts the real one back. */
export class TroubledStore implements BlobStore {
  code: string | null = null
  readonly #real: BlobStore

  constructor() {
    this.#real = useBlobStore(this)
  }

  end(): void {
    useBlobStore(this.#real)
  }

  async put(...blob: Parameters<BlobStore['put']>) {
    this.#trouble()
    return this.#real.put(...blob)
  }

  async *read(...blob: Parameters<BlobStore['read']>) {
    this.#trouble()
    yield* this.#real.read(...blob)
  }

  async remove(...blob: Parameters<BlobStore['remove']>) {
    this.#trouble()
    await this.#real.remove(...blob)
  }

  #trouble(): void {
    if (this.code) throw Object.assign(new Error(`${this.code}: injected`), { code: this.code })
  }
}
