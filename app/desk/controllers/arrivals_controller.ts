import type { HttpContext } from '@adonisjs/core/http'
import type {
  ArrivalGroup,
  ArrivalGroupKey,
  ArrivalRow,
  ArrivalsShow,
} from '../../../resources/pages/arrivals/index.props.js'
import { clearShips, wholeQueue } from '../queries/clear_ships.js'
import { getArrivalPeek } from '../queries/get_arrival_peek.js'
import { getDeskState, type DeskState } from '../queries/get_desk_state.js'
import { listArrivals, listUnknownArrivals } from '../queries/list_arrivals.js'
import { arrivalRow } from '../transformers/arrival_row.js'
import { placeName } from '../transformers/call_summary.js'
import { arrivalsValidator } from '../validators/desk.js'

const HOUR = 3_600_000
const SOON = 72
const CLOSED = 'none'

export default class ArrivalsController {
  async index({ inertia, request, officer }: HttpContext) {
    const filters = await request.validateUsing(arrivalsValidator)
    const now = new Date()
    const desk = await getDeskState()
    const port = filters.port ?? null
    const clearing = await clearShips(await wholeQueue(), desk, now)
    const all = [...(await listArrivals(port)), ...(await listUnknownArrivals(port))].map((record) =>
      arrivalRow(record, desk, clearing)
    )
    const show: ArrivalsShow = filters.show ?? null
    const groups = groupsOf(
      all.filter((row) => shown(row, show)),
      now
    )
    const peekId = filters.call ?? firstToDecide(groups)
    return inertia.render('arrivals/index', {
      filters: { show, port, call: filters.call ?? null },
      ports: desk.ports.map((code) => ({ code, name: placeName(code) ?? code })),
      groups,
      totals: totalsOf(all, desk, now),
      desk: { officers: desk.analysts, ...desk.pace },
      coverage: coverageOf(all),
      lastMessageAt: desk.lastMessageAt?.toISOString() ?? null,
      peek: peekId && peekId !== CLOSED ? await getArrivalPeek(peekId) : null,
      may: { addCall: officer.permissions.has('conveyances.record') },
    })
  }
}

/** The board opens on the first ship that needs a person, else on the first with cargo. */
function firstToDecide(groups: ArrivalGroup[]): string | null {
  const rows = groups.flatMap((group) => group.rows)
  return (rows.find((row) => row.undecided > 0) ?? rows.find((row) => row.filed > 0))?.call.id ?? null
}

const hoursTo = (row: ArrivalRow, now: Date) =>
  row.call.arrival.at ? (Date.parse(row.call.arrival.at) - now.getTime()) / HOUR : null

const isShort = ({ clearing }: ArrivalRow): boolean => clearing?.verdict === 'short'

function shown(row: ArrivalRow, show: ArrivalsShow): boolean {
  if (show === 'short') return isShort(row)
  return show !== 'nothing_filed' || row.filed === 0
}

function groupOf(row: ArrivalRow, now: Date): ArrivalGroupKey {
  const hours = hoursTo(row, now)
  if (hours === null) return 'arrival_unknown'
  if (row.filed === 0 && !row.call.arrival.arrived) return 'nothing_filed'
  if (hours <= 6) return 'within_6h'
  if (hours <= 24) return 'within_24h'
  return hours <= SOON ? 'within_72h' : 'later'
}

const ORDER: readonly ArrivalGroupKey[] = [
  'within_6h',
  'within_24h',
  'within_72h',
  'nothing_filed',
  'later',
  'arrival_unknown',
]

const groupsOf = (rows: ArrivalRow[], now: Date): ArrivalGroup[] =>
  ORDER.map((key) => ({ key, rows: rows.filter((row) => groupOf(row, now) === key) })).filter(
    (group) => group.rows.length > 0
  )

function totalsOf(rows: ArrivalRow[], desk: DeskState, now: Date) {
  const soon = rows.filter((row) => (hoursTo(row, now) ?? Infinity) <= SOON)
  return {
    ships: soon.length,
    short: soon.filter(isShort).length,
    nothingFiled: soon.filter((row) => row.filed === 0).length,
    undecided: rows.reduce((sum, row) => sum + row.undecided, 0),
    analysts: desk.analysts,
  }
}

/** Of what the manifests on the board declare: `null` when none declares a count. */
function coverageOf(rows: ArrivalRow[]) {
  const counted = rows.filter((row) => row.expected !== null)
  const expected = counted.reduce((sum, row) => sum + row.expected!, 0)
  const filed = counted.reduce((sum, row) => sum + Math.min(row.filed, row.expected!), 0)
  return expected > 0 ? { share: filed / expected, filed, expected } : null
}
