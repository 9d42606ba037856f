import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  acceptOrder,
  cancelOrder,
  refuseOrder,
  reviewOrder,
  startOrder,
  stepAside,
} from '#app/casework/inspections/actions/move_order'
import { returnOrder } from '#app/casework/inspections/actions/return_order'
import { handOverOrders } from '#app/casework/inspections/actions/hand_over_orders'
import { askReassignment, decideReassignment } from '#app/casework/inspections/actions/reassign_order'
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
  people: null,
  costMinor: null,
  reason: null,
  note: null,
} as const

interface Model {
  state: OrderState
  /** Who was drawn: the key draws, so it is read after each draw, and judged here. */
  drawn: Who | null
  inspector: Who | null
  aside: Set<Who>
  moves: number
}
interface Real {
  place: Place
  order: string
  consignment: string
}
/** Two who inspect at the site, and one who reviews. */
type Who = 'inspector' | 'image_analyst' | 'supervisor'
const INSPECT: readonly Who[] = ['inspector', 'image_analyst']

/** What a national system tells is played in its own tests. */
type Played = Exclude<OrderAct, 'take_told' | 'return_told'>

/** One act by one person; the model says whether it may happen, the database must agree. */
class Act implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly act: Played,
    readonly who: Who
  ) {}
  check = () => true
  toString = () => `${this.who} ${this.act}`

  async run(model: Model, { place, order, consignment }: Real) {
    const moved = await place.run(() => perform(this.act, order, this.who, place, consignment))
    const next = this.#allowed(model) ? after(model.state, this.act) : null
    if (moved !== (next !== null)) throw new Error(`${this} in ${model.state}: ${moved ? 'moved' : 'refused'}`)
    if (next !== null) {
      model.state = next
      model.moves++
      if (this.act === 'accept') model.inspector = this.who
      if (next === 'ordered') model.inspector = null
      if (this.act === 'step_aside') model.aside.add(this.who)
      await this.#judgeDraw(model, place, order)
    }
    const state = await stateOf(place, order)
    if (state !== model.state) throw new Error(`${this}: ${state} instead of ${model.state}`)
  }

  /** Who is drawn now is able and has not stepped aside; only acts that draw or name somebody change it. */
  async #judgeDraw(model: Model, place: Place, order: string) {
    const now = await drawnFor(place, order)
    const able = INSPECT.filter((who) => !model.aside.has(who))
    const draws = this.act === 'step_aside' || this.act === 'hand_over'
    if (this.act === 'reassign' && now !== this.who) throw new Error(`${this}: ${now} goes`)
    if (draws && (now === null ? able.length > 0 : !able.includes(now))) throw new Error(`${this}: ${now} was drawn`)
    if (!draws && this.act !== 'reassign' && now !== model.drawn) throw new Error(`${this}: ${now} for ${model.drawn}`)
    model.drawn = now
  }

  #allowed({ inspector, drawn, aside }: Model): boolean {
    if (this.act === 'start' || this.act === 'finish') return inspector === this.who
    if (['accept', 'refuse', 'step_aside', 'hand_over'].includes(this.act)) return drawn === this.who
    if (this.act === 'review' || this.act === 'return') return inspector !== this.who
    if (this.act === 'reassign') return drawn !== this.who && INSPECT.includes(this.who) && !aside.has(this.who)
    return true
  }
}

async function drawnFor(place: Place, order: string): Promise<Who | null> {
  const [row] = await ask<{ drawn_id: string | null }>(
    place,
    `select drawn_id from tenant.inspection_orders where id = ?`,
    [order]
  )
  return INSPECT.find((who) => place.officers[who]!.id === row!.drawn_id) ?? null
}

async function perform(act: Played, order: string, who: Who, place: Place, consignment: string): Promise<boolean> {
  const officer = place.officers[who]!.id
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
    case 'step_aside':
      return (await stepAside(order, officer, null)).ok
    case 'reassign': {
      const asked = await askReassignment(order, place.officers.supervisor!.id, { to: officer, reason: 'ill' })
      if (!asked.ok) return false
      const second = place.officers.manager!.id
      return (await decideReassignment(order, asked.value, second, 'confirmed')).ok
    }
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

const ACTS: readonly Played[] = [
  'accept',
  'start',
  'finish',
  'refuse',
  'return',
  'review',
  'cancel',
  'miss',
  'hand_over',
  'step_aside',
  'reassign',
]
const command = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<Played>('accept', 'start', 'finish', 'review', 'return') },
      fc.constantFrom(...ACTS)
    ),
    fc.constantFrom<Who>('inspector', 'image_analyst', 'supervisor')
  )
  .map(([act, who]) => new Act(act, who))

test.group('Orders under any sequence of acts', () => {
  test('move only as the table says, whoever acts, and every move is in the history', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place, 'KIN-YARD', ['inspector', 'image_analyst'])
    await fc.assert(
      fc.asyncProperty(fc.commands([command], { maxCommands: 14 }), async (commands) => {
        const { consignment } = await makeAlert(place)
        const order = await makeOrder(place, { consignmentId: consignment, siteId: site })
        const drawn = await drawnFor(place, order)
        assert.isTrue(drawn !== null && INSPECT.includes(drawn))
        const model: Model = { state: 'ordered', drawn, inspector: null, aside: new Set(), moves: 0 }
        await fc.asyncModelRun(() => ({ model, real: { place, order, consignment } }), commands)
        const history = await ask(place, `select 1 from tenant.inspection_order_events where order_id = ?`, [order])
        assert.lengthOf(history, model.moves + 1)
      }),
      { numRuns: 20 }
    )
  }).timeout(120_000)

  test('when everybody acts at once, one act wins and nothing is half done', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const { consignment, alert } = await makeAlert(place)
    const order = await makeOrder(place, { consignmentId: consignment, siteId: site })
    const acts = Array.from({ length: 20 }, (_, each) => {
      const act = (['accept', 'refuse', 'cancel', 'miss'] as const)[each % 4]!
      return place.run(() => perform(act, order, 'inspector', place, consignment))
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
