import type { HttpContext } from '@adonisjs/core/http'
import { listSites } from '#app/administration/published'
import { listReasonOutcomes } from '#app/targeting/published'
import { toInstant } from '#core/kernel/local_time'
import { recordAction } from '#platform/audit/record'
import { answerFailure, readInput } from '#platform/http/answers'
import { forbidden } from '#platform/http/failure'
import { tenancy } from '#platform/tenancy/tenant_context'
import { ORDER_TYPES, RESULTS } from '../codes.js'
import { toCsv } from '../../csv.js'
import { wilson } from '../../interval.js'
import { fromMinor } from '../../money.js'
import {
  LEDGER_PER_PAGE,
  listLedger,
  sumLedger,
  type LedgerFilters,
  type LedgerLine,
  type LedgerTotals,
} from '../queries/list_ledger.js'
import { addDays, localDay } from '../shift_times.js'
import { ledgerValidator } from '../validators/orders.js'

const DEFAULT_DAYS = 30
/** Lines of one file (SECURITY T37). More would take a second person's word, for which there is no way yet. */
const MOST_EXPORTED = 500
const COLUMNS = [
  'number',
  'ordered_at',
  'site',
  'type',
  'state',
  'result',
  'judgement',
  'enforcement',
  'origin',
  'findings',
  'value',
  'revenue',
  'currency',
  'minutes',
  'bill',
  'exported',
] as const

/** The outcome ledger: what orders came to, with what each figure is counted on. */
export default class LedgerController {
  async index(ctx: HttpContext) {
    const { filters, asked, page } = await this.#asked(ctx)
    const [lines, totals] = [
      await listLedger(filters, ctx.officer.id, { limit: LEDGER_PER_PAGE, offset: (page - 1) * LEDGER_PER_PAGE }),
      await sumLedger(filters, ctx.officer.id),
    ]
    const { currency } = ctx.administration!
    return ctx.inertia.render('outcomes/index', {
      filters: asked,
      sites: (await listSites()).map(({ id, name }) => ({ id, name })),
      types: [...ORDER_TYPES],
      results: [...RESULTS],
      lines: lines.map((line) => lineView(line, currency)),
      totals: totalsView(totals, currency),
      reasons: ctx.officer.permissions.has('inspections.record')
        ? []
        : (await listReasonOutcomes()).map((each) => ({ ...each, interval: wilson(each.hits, each.examined) })),
      maySeeOrigin: !ctx.officer.permissions.has('inspections.record'),
      total: totals.count,
      mostExported: MOST_EXPORTED,
      page,
      pages: Math.max(1, Math.ceil(totals.count / LEDGER_PER_PAGE)),
    })
  }

  async export(ctx: HttpContext) {
    const { filters, asked } = await this.#asked(ctx)
    const { currency } = ctx.administration!
    const lines = await listLedger(filters, ctx.officer.id, { limit: MOST_EXPORTED + 1, offset: 0 })
    if (lines.length > MOST_EXPORTED)
      return answerFailure(ctx, forbidden('casework.export_too_many', { most: MOST_EXPORTED }))
    const mark = `${ctx.officer.email} ${new Date().toISOString()} ${tenancy.current().correlationId}`
    await recordAction({
      action: 'outcomes.exported',
      data: {
        from: asked.from,
        to: asked.to,
        site: asked.site,
        type: asked.type,
        result: asked.result,
        lines: lines.length,
      },
    })
    ctx.response.header('content-type', 'text/csv; charset=utf-8')
    ctx.response.header('content-disposition', `attachment; filename="outcomes-${asked.from}-${asked.to}.csv"`)
    return ctx.response.send(
      toCsv(
        COLUMNS,
        lines.map((line) => [...cellsOf(lineView(line, currency)), mark])
      )
    )
  }

  async #asked(ctx: HttpContext) {
    const query = await readInput(ctx, ledgerValidator, 'casework')
    const { timezone } = ctx.administration!
    const today = localDay(Date.now(), timezone)
    const [from, to] = [query.from ?? addDays(query.to ?? today, -DEFAULT_DAYS), query.to ?? today]
    const { site, type, result } = query
    const filters: LedgerFilters = {
      from: new Date(toInstant(from, timezone)),
      until: new Date(toInstant(addDays(to, 1), timezone)),
      site,
      type,
      result,
    }
    return { filters, asked: { from, to, site, type, result }, page: query.page ?? 1 }
  }
}

const money = (minor: string | null, currency: string) => (minor === null ? null : fromMinor(minor, currency))

const lineView = ({ valueMinor, revenueMinor, orderedAt, ...line }: LedgerLine, currency: string) => ({
  ...line,
  orderedAt: orderedAt.toISOString(),
  findings: line.findings === '' ? [] : line.findings.split(' '),
  value: money(valueMinor, line.currency ?? currency),
  revenue: money(revenueMinor, line.currency ?? currency),
  currency: line.currency ?? currency,
})

const rate = (hits: number, of: number) => ({ hits, of, interval: wilson(hits, of) })

const totalsView = (totals: LedgerTotals, currency: string) => ({
  orders: totals.orders,
  withOutcome: totals.withOutcome,
  examined: totals.examined,
  missed: rate(totals.missed, totals.orders),
  targeted: rate(totals.targetedHits, totals.targetedExamined),
  random: rate(totals.randomHits, totals.randomExamined),
  minutes: totals.minutes,
  value: fromMinor(totals.valueMinor, currency),
  revenue: fromMinor(totals.revenueMinor, currency),
  currency,
})

const cellsOf = (line: ReturnType<typeof lineView>) => [
  line.number,
  line.orderedAt,
  line.site,
  line.type,
  line.state,
  line.result,
  line.judgement,
  line.enforcement,
  line.origin,
  line.findings.join(' '),
  line.value,
  line.revenue,
  line.currency,
  line.minutes,
  line.bill,
]
