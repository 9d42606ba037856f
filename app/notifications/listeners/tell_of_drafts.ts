import { recordNotifications } from '../actions/record_notifications.js'
import { listHolders } from '../queries/list_holders.js'
import { toldOfOne } from '../told_of_one.js'

/** Who may publish a profile hears of a draft by somebody else: nobody says yes to an own one. */
export async function tellOfDrafts({ profile, by }: { profile: string; by: string }): Promise<void> {
  const approvers = (await listHolders('profiles.publish')).filter((officer) => officer !== by)
  await recordNotifications('profile_waiting', [toldOfOne(profile, approvers)])
}
