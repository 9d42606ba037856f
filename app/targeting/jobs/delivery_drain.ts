import mail from '@adonisjs/mail/services/main'
import i18nManager from '@adonisjs/i18n/services/main'
import { appUrl } from '#config/app'
import { DrainJob } from '#platform/queue/job'
import { ringAt } from '#platform/queue/doorbell'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** An officer gets one mail in this time at most; what comes meanwhile is counted in the next. */
const GATHER_MS = 10 * 60_000

interface Due {
  officer_id: string
  email: string
  locale: string
  alerts: number
  last_mailed_at: Date | null
}

/** Tells designated officers by mail. Counts and a link only: mail travels over open networks (T81). */
export default class DeliveryDrain extends DrainJob {
  static override readonly jobName = 'delivery.drain'
  static override readonly room = 'delivery'

  async drain(): Promise<boolean> {
    const now = Date.now()
    let later: number | null = null
    for (const due of await listDue()) {
      const allowedAt = (due.last_mailed_at?.getTime() ?? 0) + GATHER_MS
      if (allowedAt <= now) await this.#send(due)
      else later = Math.min(later ?? allowedAt, allowedAt)
    }
    if (later !== null) await ringAt('delivery', new Date(later))
    return false
  }

  async #send(due: Due): Promise<void> {
    const { code, name } = tenancy.current().administration
    const i18n = i18nManager.locale(due.locale)
    const params = { count: due.alerts, administration: name, link: `${appUrl}/a/${code}/triage` }
    await mail.send((message) => {
      message
        .to(due.email)
        .subject(i18n.t('notifications.alerts_subject', params))
        .text(i18n.t('notifications.alerts_text', params))
    })
    await execute(`update tenant.notifications set mailed_at = now() where officer_id = ? and mailed_at is null`, [
      due.officer_id,
    ])
  }
}

async function listDue(): Promise<Due[]> {
  return rows<Due>(
    `select n.officer_id, o.email, o.locale, count(*) filter (where n.mailed_at is null)::int as alerts, max(n.mailed_at) as last_mailed_at
       from tenant.notifications n
       join tenant.officers o on o.tenant_id = n.tenant_id and o.id = n.officer_id and o.state = 'active'
      group by n.officer_id, o.email, o.locale having count(*) filter (where n.mailed_at is null) > 0
      order by n.officer_id limit 1000`
  )
}
