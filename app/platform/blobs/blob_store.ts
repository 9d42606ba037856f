/** Where bytes live that must never be lost or changed: raw messages first. */
export interface StoredBlob {
  /** `<administration>/<HMAC of content>`: nothing is shared between administrations. */
  address: string
  size: number
  sha256: string
}

export interface BlobStore {
  /** Durable when it resolves: a receipt may be sent. The same bytes give the same address. */
  put(administrationId: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredBlob>
  /** @throws E_BLOB_MISSING, E_BLOB_DAMAGED (authentication failed) */
  read(administrationId: string, address: string): AsyncGenerator<Buffer>
}
