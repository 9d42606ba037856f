import type { IsoInstant } from '../../../props/shared.js'

export interface SenderShowProps {
  sender: { id: string; code: string; name: string; createdAt: IsoInstant; closedAt: IsoInstant | null }
  /** Facts it files whenever they apply: there, absence is an answer. */
  declared: string[]
  /** What may be declared; titles are keys. */
  facts: { code: string; title: string }[]
  /** Codes of what it is answered with. */
  answers: string[]
  /** What this administration can answer with; `plugin` is `null` for core's. */
  offered: { code: string; title: string; plugin: string | null }[]
  tokens: {
    id: string
    name: string
    kid: string
    scopes: string[]
    expiresAt: IsoInstant
    lastUsedAt: IsoInstant | null
    state: 'live' | 'expired' | 'revoked'
  }[]
  /** Of its last messages, at most 200, since when; what is still being read counts in `looked` alone. */
  acceptance: {
    looked: number
    since: IsoInstant | null
    accepted: number
    withErrors: number
    quarantined: number
    rejected: number
  }
  /** What those messages held, the commonest first. */
  formats: { type: string | null; version: string | null; profile: string | null; messages: number }[]
  /** Kinds of Problems in them, the last seen first; without the values of the last one for who may not read messages. */
  problems: {
    code: string
    severity: 'info' | 'warning' | 'error' | 'fatal'
    count: number
    lastAt: IsoInstant
    params: Record<string, string | number> | null
  }[]
  /** The last ones; `null` for who may not read messages. */
  lastMessages:
    | {
        id: string
        receivedAt: IsoInstant
        fileName: string | null
        state: 'received' | 'reading' | 'read' | 'quarantined' | 'rejected'
        consignments: number
        /** Errors and fatals. */
        grave: number
      }[]
    | null
}
