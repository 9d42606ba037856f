import type { IsoInstant } from '../../props/shared.js'

export type OrderView = 'open' | 'overdue' | 'review' | 'closed' | 'all'

export interface InspectionsProps {
  filters: { view: OrderView; site: string | null; mine: boolean }
  counts: Record<OrderView, number>
  sites: { id: string; name: string }[]
  orders: {
    id: string
    number: string
    /** Translated by `casework.type_<type>`. */
    type: string
    /** Translated by `casework.state_<state>`. */
    state: string
    site: string
    equipment: string | null
    bill: string | null
    goods: string | null
    packages: number | null
    usefulUntil: IsoInstant
    inspector: string | null
    overdue: boolean
  }[]
  total: number
  page: number
  pages: number
  may: { record: boolean }
}
