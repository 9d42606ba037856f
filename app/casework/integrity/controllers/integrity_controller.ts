import type { HttpContext } from '@adonisjs/core/http'
import type { MeetingsView } from '../../../../resources/pages/integrity/index.props.js'
import { recordAction } from '#platform/audit/record'
import { answerFailure, readInput } from '#platform/http/answers'
import { forbidden, invalid } from '#platform/http/failure'
import { tenancy } from '#platform/tenancy/tenant_context'
import { toCsv } from '../../csv.js'
import { addDays, localDay } from '../../inspections/shift_times.js'
import { fileOf } from '../files.js'
import { integrityOf } from '../page.js'
import type { Period } from '../queries/list_drawn_orders.js'
import { integrityFileValidator, integrityValidator } from '../validators/integrity.js'

const DEFAULT_DAYS = 90
const MOST_DAYS = 400
/** Lines of a table on the page, the least likely first; the file has them all. */
const MOST_SHOWN = 50
/** Lines of one file (SECURITY T37). */
const MOST_EXPORTED = 500

/** Whether assignments and overrides look as they should: for the auditor, who stands in the audit for having looked. */
export default class IntegrityController {
  async index(ctx: HttpContext) {
    const period = periodOf(await readInput(ctx, integrityValidator, 'casework'), ctx.administration!.timezone)
    if (!isReasonable(period)) return answerFailure(ctx, invalid('to', 'integrity.period_refused', { most: MOST_DAYS }))
    const figures = await integrityOf(period)
    await recordAction({ action: 'integrity.opened', data: { ...period, orders: figures.basis.orders } })
    return ctx.inertia.render('integrity/index', {
      ...figures,
      consignees: shown(figures.consignees),
      filers: shown(figures.filers),
    })
  }

  async export(ctx: HttpContext) {
    const { table, ...asked } = await readInput(ctx, integrityFileValidator, 'casework')
    const period = periodOf(asked, ctx.administration!.timezone)
    if (!isReasonable(period)) return answerFailure(ctx, invalid('to', 'integrity.period_refused', { most: MOST_DAYS }))
    const mark = `${ctx.officer.email} ${new Date().toISOString()} ${tenancy.current().correlationId}`
    const { columns, lines } = fileOf(table, await integrityOf(period), mark)
    if (lines.length > MOST_EXPORTED)
      return answerFailure(ctx, forbidden('casework.export_too_many', { most: MOST_EXPORTED }))
    await recordAction({ action: 'integrity.exported', data: { ...period, table, lines: lines.length } })
    ctx.response.header('content-type', 'text/csv; charset=utf-8')
    ctx.response.header('content-disposition', `attachment; filename="${table}-${period.from}-${period.to}.csv"`)
    return ctx.response.send(toCsv(columns, lines))
  }
}

const shown = (table: MeetingsView): MeetingsView => ({ ...table, pairs: table.pairs.slice(0, MOST_SHOWN) })

function periodOf({ from, to }: { from: string | null; to: string | null }, timezone: string): Period {
  const last = to ?? localDay(Date.now(), timezone)
  return { from: from ?? addDays(last, 1 - DEFAULT_DAYS), to: last }
}

const isReasonable = ({ from, to }: Period): boolean => from <= to && to < addDays(from, MOST_DAYS)
