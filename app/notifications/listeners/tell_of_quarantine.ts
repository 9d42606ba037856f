import { recordNotifications } from '../actions/record_notifications.js'
import { listHolders } from '../queries/list_holders.js'
import { toldOfOne } from '../told_of_one.js'

/** Who may file messages again hears that one was not understood. */
export async function tellOfQuarantine({ message }: { message: string }): Promise<void> {
  await recordNotifications('message_quarantined', [toldOfOne(message, await listHolders('messages.submit'))])
}
