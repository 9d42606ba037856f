import type { IsoInstant } from '../../props/shared.js'
import type { WorkflowWords } from './show.props.js'

export type CaseView = 'open' | 'mine' | 'waiting' | 'overdue' | 'closed' | 'all'

export interface CasesProps {
  filters: { view: CaseView; search: string | null }
  counts: Record<CaseView, number>
  cases: {
    id: string
    number: string
    title: string
    phase: string
    state: WorkflowWords
    open: boolean
    outcome: string | null
    holder: string | null
    arrives: IsoInstant | null
    due: IsoInstant | null
    overdue: boolean
    alerts: number
    consignments: number
    openedAt: IsoInstant
  }[]
  total: number
  page: number
  pages: number
}
