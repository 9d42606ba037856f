import type { IsoInstant } from '../../props/shared.js'

export interface WatchListsProps {
  lists: {
    id: string
    code: string
    name: string
    description: string | null
    entries: number
    expiring: number
    edition: number
    /** Open alerts that carry a match of this list. */
    matches: number
    changedAt: IsoInstant
  }[]
  may: { create: boolean }
}
