import type { IsoInstant } from '../../props/shared.js'

export type MailDetail = 'counts' | 'port_and_time'

export interface AdministrationNotificationsProps {
  detail: MailDetail
  waiting: number
  sentToday: number
  /** Mails that did not go: tried again by themselves, or given up. */
  failed: {
    id: string
    officer: string
    /** A kind of notification or `digest`. */
    kind: string
    state: 'waiting' | 'dead'
    attempts: number
    /** `unreachable`, `refused` or `header`. */
    error: string
    createdAt: IsoInstant
    nextAt: IsoInstant
  }[]
}
