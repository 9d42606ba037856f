import type { HttpContext } from '@adonisjs/core/http'
import { findMail, listMail, type StoredMail } from '../queries/read_mail.js'
import { recordAct } from '../record_act.js'

export default class MailController {
  async index(ctx: HttpContext) {
    const { inertia, params } = ctx
    const mails = await listMail()
    const open = params.id ? await findMail(params.id) : null
    if (open) await recordAct(ctx, ctx.operator.id, 'mail.opened', { kind: 'mail', id: open.id })
    return inertia.render('platform/mail', {
      rows: mails.map((mail) => ({
        id: mail.id,
        to: addresses(mail.to),
        subject: mail.subject,
        at: mail.at,
        open: mail.id === open?.id,
      })),
      open: open ? whole(open) : null,
    })
  }
}

const whole = (mail: StoredMail) => ({
  id: mail.id,
  to: addresses(mail.to),
  from: addresses(mail.from),
  subject: mail.subject,
  at: mail.at,
  text: mail.text,
})

function addresses(value: unknown): string {
  const list = Array.isArray(value) ? value : [value]
  return list
    .map((entry) => (typeof entry === 'string' ? entry : ((entry as { address?: string } | null)?.address ?? '')))
    .join(', ')
}
