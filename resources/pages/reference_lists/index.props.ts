import type { IsoInstant } from '../../props/shared.js'

export interface ReferenceListsProps {
  lists: {
    code: string
    /** Translation key. */
    title: string
    /** Newest edition; `null`: not set up, indicators that need it say unknown. */
    edition: number | null
    rows: number
    changedAt: IsoInstant | null
    changedBy: string | null
    /** Codes of indicators that look into it. */
    usedBy: string[]
  }[]
}
