import type { IsoInstant } from '../../props/shared.js'

/** One line of the bell and of the page: what is unread of one kind about one thread, or was read together. */
export interface NotificationView {
  /** The newest notification of the line. */
  id: string
  /** Text is `notifications.row_<kind>` with `count`. */
  kind: string
  count: number
  band: 'high' | 'medium' | 'low' | 'unknown' | null
  /** As filed; `null` where there is no ship, or the reader may not see it any more. */
  ship: string | null
  port: string | null
  berthAt: IsoInstant | null
  at: IsoInstant
  read: boolean
  /** The reader may still open what it is about. */
  mayOpen: boolean
  /** Berths soon and asks for somebody. */
  urgent: boolean
}

/** Answer of `/notifications/recent`, which the bell asks for. */
export interface RecentNotifications {
  unread: number
  lines: NotificationView[]
  /** One soft tone for what is urgent. */
  sound: boolean
}

export interface NotificationsProps {
  lines: NotificationView[]
  show: 'all' | 'unread'
  unread: number
  total: number
  page: number
  pages: number
}
