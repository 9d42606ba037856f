import { rows } from '#platform/tenancy/database'
import { recordNotifications } from '../actions/record_notifications.js'

/** Who may file messages again hears that one was not understood. */
export async function tellOfQuarantine({ message }: { message: string }): Promise<void> {
  const officers = await rows<{ id: string }>(
    `select distinct x.officer_id as id from tenant.officer_roles x
       join tenant.role_permissions p on p.role_id = x.role_id and p.permission = 'messages.submit'`
  )
  await recordNotifications('message_quarantined', [
    {
      threadId: message,
      subjectId: message,
      count: 1,
      band: null,
      port: null,
      threat: null,
      berthAt: null,
      officers: officers.map(({ id }) => id),
    },
  ])
}
