/** Where bytes live that must never be lost or changed: raw messages first. */
export interface StoredBlob {
  /** HMAC of the content under a key of the administration: nothing is shared between administrations. */
  address: string
  size: number
  sha256: string
}

/** What the bytes are kept for: each kind has data keys of its own. */
export type BlobKind = 'raw' | 'subject_file' | 'attachment' | 'court_file'

export interface BlobStore {
  /** Durable when it resolves: a receipt may be sent. The same bytes in the same month give the same address. */
  put(administrationId: string, bytes: AsyncIterable<Uint8Array>, kind?: BlobKind): Promise<StoredBlob>
  /** @throws E_BLOB_MISSING, E_BLOB_DAMAGED (authentication failed), E_KEY_DESTROYED, E_STORE_AWAY */
  read(administrationId: string, address: string): AsyncGenerator<Buffer>
  /** Gone when it resolves; also when it was not there. */
  remove(administrationId: string, address: string): Promise<void>
}

/** The data keys that files are sealed with. */
export interface BlobKeys {
  current(administrationId: string, kind: BlobKind): Promise<{ kid: string; key: Buffer }>
  /** `null` for a key this administration never had. @throws E_KEY_DESTROYED */
  named(administrationId: string, kid: string): Promise<Buffer | null>
}

/** An HMAC-SHA256; anything else might be a way out of the administration's place. */
export const ADDRESS = /^[0-9a-f]{64}$/
