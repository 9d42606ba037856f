import { recordAction } from '#platform/audit/record'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { MailDetail } from '../compose_mail.js'

/** How much of a ship mails of this administration may say, from the next mail on. */
export async function allowMailDetail(detail: MailDetail): Promise<void> {
  await unitOfWork(async () => {
    const changed = await execute(
      `update tenant.settings set mail_detail = ?, changed_at = now() where mail_detail <> ?`,
      [detail, detail]
    )
    if (changed > 0) await recordAction({ action: 'notification.mail_detail_changed', data: { detail } })
  })
}
