import { recordAction } from '#platform/audit/record'
import { ring } from '#platform/queue/doorbell'
import { execute, unitOfWork } from '#platform/tenancy/database'

/** Puts a mail that was given up back into the line; false when it is not given up. */
export async function retryMail(id: string): Promise<boolean> {
  return unitOfWork(async () => {
    const again = await execute(
      `update tenant.notification_mails set state = 'waiting', attempts = 0, next_at = now() where id = ? and state = 'dead'`,
      [id]
    )
    if (again === 0) return false
    await recordAction({ action: 'notification.mail_retried', subject: { kind: 'mail', id } })
    await ring('delivery')
    return true
  })
}
