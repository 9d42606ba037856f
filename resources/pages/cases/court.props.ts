import type { IsoInstant } from '../../props/shared.js'

export interface CourtFileView {
  id: string
  /** `null` while it waits, and where it could not be made. */
  version: number | null
  state: 'waiting' | 'making' | 'made' | 'failed'
  locale: string
  basis: string
  reference: string
  purpose: string
  recipient: string
  withNotes: boolean
  askedBy: string
  askedAt: IsoInstant
  madeAt: IsoInstant | null
  failure: 'not_permitted' | 'broken' | null
  /** Since the version before; empty in the first. */
  changes: { section: string; added: number; changed: number; gone: number }[]
  /** Of the document. */
  sha256: string | null
  bytes: number | null
  pages: number | null
  /** This officer may read everything that is in it. */
  mayOpen: boolean
}

export interface CourtView {
  /** Newest first. */
  files: CourtFileView[]
  bases: string[]
  purposes: string[]
  locales: string[]
  /** Of the officer. */
  locale: string
}
