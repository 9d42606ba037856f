import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'

/** SHA-256 of the canonical JSON: what a publication stands for, whatever the order of its members. */
export const documentHash = (document: unknown): string =>
  createHash('sha256').update(canonicalJson(document)).digest('hex')
