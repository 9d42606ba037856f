import { recordNotifications } from '../actions/record_notifications.js'
import { toldOfOne } from '../told_of_one.js'

/** Whoever signs in from a new browser sees it on the others too; the security letter goes out by itself. */
export async function tellOfDevice({ officerId, deviceId }: { officerId: string; deviceId: string }): Promise<void> {
  await recordNotifications('device_appeared', [toldOfOne(deviceId, [officerId])])
}
