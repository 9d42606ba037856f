import type { HttpContext } from '@adonisjs/core/http'
import { sitesOf } from '#app/administration/published'
import { openAttachment } from '#platform/attachments/attachments'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { answerFile } from '#platform/http/answer_file'
import { answerFailure, found, notFound, readInput } from '#platform/http/answers'
import { conflict } from '#platform/http/failure'
import { readUpload } from '#platform/http/read_upload'
import { firstRow } from '#platform/tenancy/database'
import OrderPolicy from '../policies/order_policy.js'
import { getOrder, type OrderRow } from '../queries/get_order.js'
import { aboutValidator } from '../validators/orders.js'

const policy = new OrderPolicy()
const subjectOf = ({ id }: OrderRow) => ({ kind: 'inspection', id })

/** Photographs and documents of an inspection, kept while it is under way. */
export default class AttachmentsController {
  async store(ctx: HttpContext) {
    const order = await this.#seen(ctx)
    const { about } = await readInput(ctx, aboutValidator, 'casework')
    if (!policy.work(ctx.officer, order)) return answerFailure(ctx, conflict('casework.refused_held'))
    const file = await readUpload(ctx)
    if (!file.ok) return answerFailure(ctx, file.error)
    const kept = await keepAttachment(subjectOf(order), { ...file.value, about, officerId: ctx.officer.id }, () =>
      isUnderWay(order.id, ctx.officer.id)
    )
    if (!kept.ok) return answerFailure(ctx, kept.error)
    // The page says of each file that it is received.
    return ctx.response.redirect().status(303).toPath(`/a/${ctx.administration!.code}/inspections/${order.id}`)
  }

  async show(ctx: HttpContext) {
    const order = await this.#seen(ctx)
    const { attachment, bytes } = found(await openAttachment(subjectOf(order), ctx.params.attachment))
    return answerFile(ctx, attachment, bytes)
  }

  /** An order of a site that is not theirs is not there, nor are its files. */
  async #seen({ params, officer }: HttpContext): Promise<OrderRow> {
    const order = found(await getOrder(params.id))
    const sites = new Set((await sitesOf(officer.id)).map(({ id }) => id))
    if (!policy.see(officer, order, sites)) throw notFound()
    return order
  }
}

/** Held until the file is in: an inspection that ends meanwhile takes no more. */
const isUnderWay = async (orderId: string, officerId: string): Promise<boolean> =>
  (await firstRow(
    `select 1 from tenant.inspection_orders where id = ? and state = 'in_progress' and inspector_id = ? for share`,
    [orderId, officerId]
  )) !== null
