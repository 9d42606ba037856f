import i18nManager from '@adonisjs/i18n/services/main'
import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { newToken, printToken, secretHash } from '#platform/access/secret_token'
import { DrainJob } from '#platform/queue/job'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** As in the statement below. */
const BATCH = 50

interface Waiting {
  id: string
  email: string
  locale: string
}

/**
 * Mails invitations. The token is made here and stored as a hash before it leaves; one that was
 * made but perhaps not sent is replaced by the next try.
 */
export default class InvitationDrain extends DrainJob {
  static override readonly jobName = 'invitations.drain'
  static override readonly room = 'invitations'

  async drain(): Promise<boolean> {
    const waiting = await listWaiting()
    for (const each of waiting) await this.#send(each)
    return waiting.length === BATCH
  }

  async #send({ id, email, locale }: Waiting): Promise<void> {
    const token = newToken()
    const kept = await execute(
      `update tenant.invitations set kid = ?, secret_hash = ? where id = ? and mailed_at is null and revoked_at is null`,
      [token.kid, secretHash(token.secret), id]
    )
    if (kept === 0) return
    const { code, name } = tenancy.current().administration
    const i18n = i18nManager.locale(locale)
    const params = { administration: name, link: `${appUrl}/a/${code}/invitations/${printToken('inv', token)}` }
    await mail.send((message) => {
      message
        .to(email)
        .subject(i18n.t('administration.invitation_subject', params))
        .text(i18n.t('administration.invitation_text', params))
    })
    await execute(`update tenant.invitations set mailed_at = now() where id = ?`, [id])
  }
}

const listWaiting = (): Promise<Waiting[]> =>
  rows(
    `select i.id, o.email, o.locale from tenant.invitations i
       join tenant.officers o on o.tenant_id = i.tenant_id and o.id = i.officer_id
      where i.mailed_at is null and i.revoked_at is null and i.expires_at > now() order by i.id limit 50`
  )
