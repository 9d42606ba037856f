import type { IsoInstant } from '../../props/shared.js'

export interface PolicyView {
  code: string
  /** Has a part that names somebody and is taken away before the rest. */
  masks: boolean
  maskAfterDays: number | null
  deleteAfterDays: number
  defaults: { maskAfterDays: number | null; deleteAfterDays: number }
  /** 0: as delivered. */
  revision: number
  reason: string | null
  changedBy: string | null
  changedAt: IsoInstant | null
}

export interface RetentionProps {
  policies: PolicyView[]
  /** The last runs, newest first. */
  runs: {
    id: string
    startedAt: IsoInstant
    finishedAt: IsoInstant | null
    dryRun: boolean
    masked: number
    deleted: number
    keys: number
    held: number
    kept: number
  }[]
  may: { edit: boolean }
}
