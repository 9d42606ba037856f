import type { IsoInstant } from './shared.js'

/** How a person may prove who is there. */
export interface FactorWays {
  code: boolean
  recovery: boolean
  passkey: boolean
  /** Only who has no second factor. */
  password: boolean
  /** Where passkeys work; `null` without a secure context. */
  passkeyOrigin: string | null
}

export interface PasskeyRow {
  id: string
  name: string
  addedAt: IsoInstant
  usedAt: IsoInstant | null
}

export interface AccountSession {
  id: string
  current: boolean
  device: string | null
  startedAt: IsoInstant
  lastSeenAt: IsoInstant
}

/** GET `<base>/account`, of an officer or an operator. */
export interface AccountProps {
  base: string
  name: string
  email: string
  /** A role, or being an operator, demands a second factor. */
  required: boolean
  authenticator: boolean
  passkeys: PasskeyRow[]
  passkeyOrigin: string | null
  recoveryLeft: number
  limits: { idleMinutes: number; absoluteMinutes: number; parallel: number }
  sessions: AccountSession[]
}
