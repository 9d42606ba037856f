import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'
import type { EngineVersions } from './queries/load_engine.js'

export interface RecordedInputs {
  id: string
  revisionId: string
  /** Instant the watch lists were asked for, milliseconds. */
  at: number
  factsHash: string
  /** Of the engine's versions (`versionsHash`). */
  versionsHash: string
}

/**
 * Hex SHA-256 over everything an assessment was made from. Its result needs no place in it: it
 * follows from these, and a replay compares it.
 */
export const recordHash = ({ id, revisionId, at, factsHash, versionsHash }: RecordedInputs): string =>
  sha256(`${id}\n${revisionId}\n${at}\n${factsHash}\n${versionsHash}`)

/** What the audit entry of a batch says of its assessments; their order does not matter. */
export const batchDigest = (records: readonly { id: string; record_hash: string; score: number }[]): string =>
  sha256(
    records
      .map(({ id, record_hash: hash, score }) => `${id}=${hash}=${score}`)
      .sort()
      .join('\n')
  )

const hashes = new WeakMap<EngineVersions, string>()

/** The versions of an engine are named by every assessment it makes: hashed once. */
export const versionsHash = (versions: EngineVersions): string => {
  const known = hashes.get(versions) ?? sha256(canonicalJson(versions))
  hashes.set(versions, known)
  return known
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
