import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  acceptOrder,
  cancelOrder,
  refuseOrder,
  returnOrder,
  reviewOrder,
  startOrder,
} from '#app/casework/inspections/actions/move_order'
import { handOverOrders } from '#app/casework/inspections/actions/hand_over_orders'
import { missOrders } from '#app/casework/inspections/actions/miss_orders'
import { recordOutcome } from '#app/casework/inspections/actions/record_outcome'
import { after, type OrderAct, type OrderState } from '#app/casework/inspections/order_machine'
import { unitOfWork } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite, stateOf } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const CLEAN = {
  result: 'not_resultant',
  judgement: 'nothing_found',
  enforcement: 'none',
  revenueMinor: null,
  minutes: 5,
  reason: null,
  note: null,
} as const

interface Model {
  state: OrderState
  inspector: string | null
  moves: number
}
interface Real {
  place: Place
  order: string
  consignment: string
}
type Who = 'inspector' | 'supervisor'

/** One act by one person; the model says whether it may happen, the database must agree. */
class Act implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly act: OrderAct,
    readonly who: Who
  ) {}
  check = () => true
  toString = () => `${this.who} ${this.act}`

  async run(model: Model, { place, order, consignment }: Real) {
    const officer = place.officers[this.who]!.id
    const moved = await place.run(() => perform(this.act, order, officer, consignment))
    const next = this.#allowed(model) ? after(model.state, this.act) : null
    if (moved !== (next !== null)) throw new Error(`${this} in ${model.state}: ${moved ? 'moved' : 'refused'}`)
    if (next !== null) {
      model.state = next
      model.moves++
      if (this.act === 'accept') model.inspector = this.who
      if (this.act === 'hand_over') model.inspector = null
    }
    const state = await stateOf(place, order)
    if (state !== model.state) throw new Error(`${this}: ${state} instead of ${model.state}`)
  }

  #allowed({ inspector }: Model): boolean {
    if (this.act === 'start' || this.act === 'finish' || this.act === 'hand_over') return inspector === this.who
    if (this.act === 'refuse') return inspector === null || inspector === this.who
    if (this.act === 'review' || this.act === 'return') return inspector !== this.who
    return true
  }
}

async function perform(act: OrderAct, order: string, officer: string, consignment: string): Promise<boolean> {
  switch (act) {
    case 'accept':
      return (await acceptOrder(order, officer)).ok
    case 'start':
      return (await startOrder(order, officer)).ok
    case 'finish':
      return (await recordOutcome(order, officer, CLEAN)).ok
    case 'refuse':
      return (await refuseOrder(order, officer, 'other', null)).ok
    case 'cancel':
      return (await cancelOrder(order, officer, 'mistake')).ok
    case 'return':
      return (await returnOrder(order, officer, 'incomplete')).ok
    case 'review':
      return (await reviewOrder(order, officer, null)).ok
    case 'hand_over':
      return (await unitOfWork(() => handOverOrders(officer))).includes(order)
    case 'miss': {
      const before = await missedCount(order)
      const left = { consignmentIds: [consignment], equipment: null, gone: [consignment] }
      await unitOfWork(() => missOrders(left))
      return (await missedCount(order)) > before
    }
  }
}

async function missedCount(order: string): Promise<number> {
  const { rows } = await import('#platform/tenancy/database')
  return (await rows(`select 1 from tenant.inspection_order_events where order_id = ? and kind = 'missed'`, [order]))
    .length
}

const ACTS: readonly OrderAct[] = [
  'accept',
  'start',
  'finish',
  'refuse',
  'return',
  'review',
  'cancel',
  'miss',
  'hand_over',
]
const command = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<OrderAct>('accept', 'start', 'finish', 'review', 'return') },
      fc.constantFrom(...ACTS)
    ),
    fc.constantFrom<Who>('inspector', 'supervisor')
  )
  .map(([act, who]) => new Act(act, who))

test.group('Orders under any sequence of acts', () => {
  test('move only as the table says, whoever acts, and every move is in the history', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    await fc.assert(
      fc.asyncProperty(fc.commands([command], { maxCommands: 14 }), async (commands) => {
        const { consignment } = await makeAlert(place)
        const order = await makeOrder(place, { consignmentId: consignment, siteId: site })
        const model: Model = { state: 'ordered', inspector: null, moves: 0 }
        await fc.asyncModelRun(() => ({ model, real: { place, order, consignment } }), commands)
        const history = await ask(place, `select 1 from tenant.inspection_order_events where order_id = ?`, [order])
        assert.lengthOf(history, model.moves + 1)
      }),
      { numRuns: 12 }
    )
  }).timeout(120_000)

  test('when everybody acts at once, one act wins and nothing is half done', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const { consignment, alert } = await makeAlert(place)
    const order = await makeOrder(place, { consignmentId: consignment, siteId: site })
    const officers = [place.officers.inspector!.id, place.officers.supervisor!.id]
    const acts = Array.from({ length: 20 }, (_, each) => {
      const officer = officers[each % 2]!
      const act = (['accept', 'refuse', 'cancel', 'miss'] as const)[each % 4]!
      return place.run(() => perform(act, order, officer, consignment))
    })
    await Promise.all(acts)
    const history = await ask<{ kind: string }>(
      place,
      `select kind from tenant.inspection_order_events where order_id = ? order by at, id`,
      [order]
    )
    const kinds = history.map(({ kind }) => kind)
    const ends = kinds.filter((kind) => ['refused', 'cancelled', 'missed'].includes(kind))
    assert.lengthOf(ends, 1)
    assert.isAtMost(kinds.filter((kind) => kind === 'accepted').length, 1)
    assert.equal(await stateOf(place, order), ends[0])
    const [now] = await ask<{ state: string }>(place, `select state from tenant.alerts where id = ?`, [alert])
    assert.equal(now!.state, ends[0] === 'missed' ? 'expired' : 'new')
  })
})
