import type { IsoInstant } from '../../props/shared.js'
import type { RequestLine } from './requests.props.js'

export interface SubjectRequestProps {
  request: RequestLine & {
    /** Revisions looked at so far. */
    searched: number
    /** `null` once it was erased. */
    subject: { names: string[]; identifiers: string[]; contacts: string[]; addresses: string[] } | null
  }
  /** Things found, by register. */
  counts: Record<string, number>
  hits: { register: string; id: string; matchedBy: string; label: string | null }[]
  events: {
    id: string
    kind: string
    by: string | null
    at: IsoInstant
    counts: Record<string, number>
    note: string | null
  }[]
  files: { id: string; format: 'json' | 'html'; bytes: number; sha256: string; createdAt: IsoInstant }[]
  /** Parties that are restricted because of it. */
  restrictions: number
  may: { manage: boolean }
}
