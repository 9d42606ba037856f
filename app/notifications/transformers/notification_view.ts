import { listShipNames } from '#app/cargo_register/published'
import type { Officer } from '#platform/access/officer'
import { isPortInScope } from '#platform/tenancy/unit_scope'
import type { NotificationView } from '../../../resources/pages/notifications/index.props.js'
import { kindOf } from '../kinds.js'
import type { NotificationLine } from '../queries/list_notifications.js'
import { SOON_MS } from '../schedule.js'

/** Lines as screens show them. What the reader may not open any more keeps its count and loses its ship. */
export async function notificationViews(
  lines: readonly NotificationLine[],
  officer: Officer,
  now: Date
): Promise<NotificationView[]> {
  const open = lines.filter((line) => mayOpen(line, officer))
  const ships = await listShipNames([...new Set(open.map(({ threadId }) => threadId))])
  return lines.map((line) => {
    const kind = kindOf(line.kind)
    const opens = mayOpen(line, officer)
    return {
      id: line.id,
      kind: line.kind,
      count: line.count,
      band: opens ? (line.band as NotificationView['band']) : null,
      ship: opens ? (ships.get(line.threadId) ?? null) : null,
      port: opens ? line.port : null,
      berthAt: opens ? (line.berthAt?.toISOString() ?? null) : null,
      at: line.at.toISOString(),
      read: line.readAt !== null,
      mayOpen: opens,
      urgent: opens && (kind?.urgent ?? false) && line.band === 'high' && isSoon(line.berthAt, now),
    }
  })
}

/** Asked again at each reading: permissions and units change after something was told. */
export function mayOpen(line: NotificationLine, officer: Officer): boolean {
  const kind = kindOf(line.kind)
  const permitted = kind !== null && (kind.permission === null || officer.permissions.has(kind.permission))
  return permitted && (line.port === null || isPortInScope(line.port))
}

const isSoon = (berthAt: Date | null, now: Date) =>
  berthAt !== null && Math.abs(berthAt.getTime() - now.getTime()) <= SOON_MS
