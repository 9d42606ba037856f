/**
 * Every kind of data key of an administration. `docs/crypto.md` is made from this list, and a test
 * compares them. A `month` class has a key a calendar month, so that a month can be made unreadable,
 * in backups too, by destroying one key (SECURITY section 4, DECISIONS 7 and 16).
 */
export interface KeyClassDefinition {
  protects: string
  algorithm: string
  /** A key of its own for each month, or one until it is destroyed. */
  period: 'month' | 'standing'
  /** The retention class whose end destroys the month's key. */
  shreddedBy: string | null
}

export const KEY_CLASSES = {
  raw: {
    protects: 'received bytes in the blob store (their data key and their address)',
    algorithm: 'AES-256-GCM, HMAC-SHA-256 for addresses',
    period: 'month',
    shreddedBy: 'raw_messages',
  },
  facts: {
    protects: 'fact snapshots of assessments',
    algorithm: 'AES-256-GCM',
    period: 'month',
    shreddedBy: 'assessments',
  },
  travellers: {
    protects: 'travellers in the lists that an administration reads',
    algorithm: 'AES-256-GCM',
    period: 'month',
    shreddedBy: 'travellers',
  },
  subject_file: {
    protects: 'files made to answer a subject request, in the blob store',
    algorithm: 'AES-256-GCM, HMAC-SHA-256 for addresses',
    period: 'month',
    shreddedBy: 'subject_files',
  },
  attachment: {
    protects: 'files attached to inspections and cases, in the blob store',
    algorithm: 'AES-256-GCM, HMAC-SHA-256 for addresses',
    period: 'month',
    shreddedBy: 'attachments',
  },
  court_file: {
    protects: 'court files of cases, in the blob store',
    algorithm: 'AES-256-GCM, HMAC-SHA-256 for addresses',
    period: 'month',
    shreddedBy: 'court_files',
  },
  subject_request: {
    protects: 'what a subject request searches for, and its notes',
    algorithm: 'AES-256-GCM',
    period: 'month',
    shreddedBy: 'subject_requests',
  },
  draw: {
    protects:
      'who is drawn to inspect, and what is inspected at random: a key a day comes from it and is told when the day is over',
    algorithm: 'HMAC-SHA-256',
    period: 'standing',
    shreddedBy: null,
  },
  pseudonym: {
    protects: 'pseudonyms that stand in for masked parties: the same party keeps one, nobody can go back',
    algorithm: 'HMAC-SHA-256',
    period: 'standing',
    shreddedBy: null,
  },
  webhook: {
    protects: 'secrets that messages to connected systems are signed with',
    algorithm: 'AES-256-GCM',
    period: 'standing',
    shreddedBy: null,
  },
  totp: {
    protects: "seeds of officers' authenticators",
    algorithm: 'AES-256-GCM',
    period: 'standing',
    shreddedBy: null,
  },
} as const satisfies Record<string, KeyClassDefinition>

export type KeyClass = keyof typeof KEY_CLASSES

/** Keys derived from another one by HKDF-SHA-256, salt the administration, info `landfall/v1/<purpose>`. */
export const DERIVATIONS = {
  'wrap-master': 'from the key-encryption key: wraps the master keys of an administration',
  'wrap-data': 'from a master key: wraps its data keys',
  'blob-address': 'from a data key of the blob store: the address of a content',
  'blob-wrap': 'from a data key of the blob store: wraps the key each file has for itself',
  'operator-totp': "from the key-encryption key: seals the seeds of operators' authenticators",
  facts: 'from the key-encryption key, in the first builds; adopted as a data key',
} as const

export type Derivation = keyof typeof DERIVATIONS
