import type { RoomEvents } from '#platform/events/announce'
import { askAgain, expireAlertsOf, missedAlerts, orderedAlerts } from '../actions/close_answered_alerts.js'

/** What orders and departures do to alerts. */
export const alertsOrdered = ({ alertIds }: RoomEvents['inspection:ordered']) => orderedAlerts(alertIds)

export const alertsOfEndedOrders = ({ alertIds, how }: RoomEvents['inspection:ended']) =>
  how === 'missed' ? missedAlerts(alertIds) : askAgain(alertIds)

export const alertsOfLeftCargo = ({ gone }: RoomEvents['event:recorded']) => expireAlertsOf(gone)
