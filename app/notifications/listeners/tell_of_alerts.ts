import { headsOfAlerts, type AlertHead } from '#app/targeting/published'
import { recordNotifications, type Told } from '../actions/record_notifications.js'
import { listHolders } from '../queries/list_holders.js'
import { listDesignated } from '../queries/list_designated.js'

/** The roles that are designated for the threat hear of a new alert. */
export async function tellOfRaisedAlerts({ alerts }: { alerts: readonly string[] }): Promise<void> {
  await recordNotifications('alert_raised', gathered(await designated(alerts)))
}

/** An open alert whose band went up is told of again. */
export async function tellOfRaisedBands({ alerts }: { alerts: readonly string[] }): Promise<void> {
  await recordNotifications('alert_band_raised', gathered(await designated(alerts)))
}

/** Who holds an alert hears that what it says has changed. */
export async function tellOfReweighedAlerts({ alerts }: { alerts: readonly string[] }): Promise<void> {
  const held = (await headsOfAlerts(alerts)).filter((head) => head.holder !== null)
  await recordNotifications('alert_reweighed', gathered(held.map((head) => ({ head, officers: [head.holder!] }))))
}

/** Supervisors hear that the time to decide has come and nobody decided. */
export async function tellOfEscalatedAlerts({ alerts }: { alerts: readonly string[] }): Promise<void> {
  const heads = await headsOfAlerts(alerts)
  const officers = await listHolders('alerts.supervise')
  await recordNotifications('alert_escalated', gathered(heads.map((head) => ({ head, officers }))))
}

interface ToOfficers {
  head: AlertHead
  officers: readonly string[]
}

async function designated(alerts: readonly string[]): Promise<ToOfficers[]> {
  const heads = await headsOfAlerts(alerts)
  const officers = await listDesignated([...new Set(heads.map(({ threat }) => threat))])
  return heads.map((head) => ({ head, officers: officers.get(head.threat) ?? [] }))
}

/**
 * Alerts of one ship for the same officers are one line with a count. Band, threat and port stand
 * apart, since each officer's rules look at them.
 */
function gathered(all: readonly ToOfficers[]): Told[] {
  const lines = new Map<string, Told>()
  for (const { head, officers } of all) {
    const threadId = head.callId ?? head.consignmentId
    const key = [threadId, head.band, head.threat, head.port, ...officers].join(' ')
    const known = lines.get(key)
    if (known) {
      known.count += 1
      known.subjectId = head.id
    } else {
      const { band, port, threat, berthAt } = head
      lines.set(key, {
        threadId,
        subjectId: head.id,
        count: 1,
        band,
        port,
        threat,
        berthAt,
        officers,
      })
    }
  }
  return [...lines.values()]
}
