import { correctEvent, recordOfConsignment } from '#app/cargo_register/actions/record_cargo_by_hand'
import { recordEvents } from '#app/cargo_register/published'
import { answerItem } from '#app/casework/inspections/actions/answer_item'
import { handOverExhibit } from '#app/casework/inspections/actions/hand_over_exhibit'
import { takeExhibit } from '#app/casework/inspections/actions/take_exhibit'
import { setException, setShift } from '#app/casework/inspections/actions/change_capacity'
import { acceptOrder, cancelOrder, reviewOrder, startOrder } from '#app/casework/inspections/actions/move_order'
import { recordFinding } from '#app/casework/inspections/actions/record_finding'
import { recordOutcome } from '#app/casework/inspections/actions/record_outcome'
import type { OrderType } from '#app/casework/inspections/codes'
import type { OrderedBy } from '#app/casework/inspections/new_order'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { DAY } from '#core/kernel/instant'
import { countOutcome } from '#app/targeting/published'
import { firstRow, rows } from '#platform/tenancy/database'
import { byAnalyst, makeOrder } from './casework.js'
import { PHOTOGRAPH } from './fixtures/photograph.js'
import { assign, type Assigned } from './drawn_world.js'
import type { Place } from './world.js'

/** What has been ordered and recorded on one side, each in the state in which a route wants it. */
export interface Work extends Assigned {
  event: string
  toAccept: string
  toRefuse: string
  toCancel: string
  toRecord: string
  finding: string
  /** Of `toRecord`. */
  attachment: string
  exhibit: string
  toReturn: string
  toReview: string
}

const FINDING = {
  what: 'narcotics',
  place: 'floor',
  quantity: '1',
  unit: 'kg',
  valueMinor: 100n,
  note: 'behind a plate',
  replaces: null,
}
const OUTCOME = {
  result: 'resultant',
  judgement: 'confirmed_risk',
  enforcement: 'seizure',
  revenueMinor: 100n,
  minutes: 30,
  people: 2,
  costMinor: 100n,
  reason: null,
  note: 'as found',
} as const

/** Events, orders of every kind and state, and places at the site, through the real actions. */
export async function inspect(place: Place, siteId: string, bill = 'XCARBOG00071'): Promise<Work> {
  const consignmentId = (await place.run(() =>
    firstRow<{ id: string }>(`select id from tenant.consignments where reference = ?`, [bill])
  ))!.id
  // Ordered on its alert and taken back: the alert asks again, and the origin stays.
  const answered = await order('documentary', byAnalyst(place))
  await place.run(() => cancelOrder(answered, place.officers.analyst!.id, 'a mistake'))
  // What fired on it counts, as if it had been examined.
  await place.run(async () => {
    const alerts = await rows<{ id: string }>(`select id from tenant.alerts where consignment_id = ?`, [consignmentId])
    await countOutcome(
      alerts.map(({ id }) => id),
      true
    )
  })
  const reviewed = await order('documentary')
  await record(reviewed)
  await place.run(() => reviewOrder(reviewed, place.officers.supervisor!.id, 'complete'))
  const [toReview, toReturn, toRecord] = [await order('documentary'), await order('canine'), await order('scan')]
  await record(toReview)
  await record(toReturn)
  const finding = await begin(toRecord)
  const attachment = await attach(toRecord)
  const exhibit = await take(toRecord, finding)
  const event = await tell()
  const work = { toAccept: await order('physical'), toRefuse: await order('tailgate'), toCancel: await order('sample') }
  const assigned = await assign(place, siteId, await order('canine'), consignmentId)
  await setPlaces()
  return { ...work, ...assigned, event, toReview, toReturn, toRecord, finding, attachment, exhibit }

  function order(type: OrderType, by: OrderedBy = { kind: 'random' }): Promise<string> {
    return makeOrder(place, { consignmentId, siteId, type }, by)
  }

  async function begin(id: string): Promise<string> {
    const inspector = place.officers.inspector!.id
    return place.run(async () => {
      await acceptOrder(id, inspector)
      await startOrder(id, inspector)
      const first = await recordFinding(id, inspector, FINDING)
      if (!first.ok) throw new Error(JSON.stringify(first.error))
      const second = await recordFinding(id, inspector, { ...FINDING, quantity: '2', replaces: first.value })
      if (!second.ok) throw new Error(JSON.stringify(second.error))
      return second.value
    })
  }

  /** An exhibit in its inspector's hands again, and a line of the plan answered. */
  async function take(id: string, findingId: string): Promise<string> {
    const { inspector, image_analyst: keeper } = place.officers
    return place.run(async () => {
      await answerItem(id, inspector!.id, { item: 'seal', answer: 'not_possible', reason: 'other' })
      const exhibit = { description: 'a brick', quantity: '1', unit: 'kg', seal: 'SAME1', place: 'store', findingId }
      const taken = await takeExhibit(id, inspector!.id, exhibit)
      if (!taken.ok) throw new Error(JSON.stringify(taken.error))
      const to = (holderId: string) => ({
        reason: 'storage',
        holderId,
        holderName: null,
        place: 'store',
        seal: 'SAME1',
      })
      await handOverExhibit(id, taken.value, inspector!.id, to(keeper!.id))
      await handOverExhibit(id, taken.value, keeper!.id, to(inspector!.id))
      return taken.value
    })
  }

  async function attach(id: string): Promise<string> {
    const officerId = place.officers.inspector!.id
    const file = { bytes: PHOTOGRAPH, fileName: 'same.png', about: null, officerId }
    const kept = await place.run(() => keepAttachment({ kind: 'inspection', id }, file, async () => true))
    if (!kept.ok) throw new Error(JSON.stringify(kept.error))
    return kept.value.id
  }

  async function record(id: string): Promise<void> {
    await begin(id)
    const done = await place.run(() => recordOutcome(id, place.officers.inspector!.id, OUTCOME))
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  }

  /** A discharge, corrected once, and one told from a file. */
  async function tell(): Promise<string> {
    const officerId = place.officers.data_steward!.id
    const at = Date.now() - DAY
    return place.run(async () => {
      const told = { kind: 'discharge' as const, at, equipment: null, siteId, note: 'seen', officerId }
      await recordOfConsignment(consignmentId, told)
      const newest = () =>
        firstRow<{ id: string }>(
          `select e.id from tenant.cargo_events e where source = 'page' order by e.recorded_at desc, e.id desc limit 1`
        )
      const first = (await newest())!.id
      await correctEvent(first, consignmentId, { at: at + 1000, note: 'later', officerId, mayRelease: false })
      await recordEvents(
        [
          {
            kind: 'discharge',
            at,
            reference: 'R1',
            bill: 'XCARBOG00072',
            container: null,
            voyage: null,
            imo: null,
            port: null,
            site: null,
            note: 'told',
            replaces: null,
          },
        ],
        { source: 'file', name: 'file', officerId: null, mayRelease: true },
        Date.now()
      )
      return (await firstRow<{ id: string }>(`select id from tenant.cargo_events where replaces is not null`))!.id
    })
  }

  async function setPlaces(): Promise<void> {
    const manager = place.officers.manager!.id
    await place.run(async () => {
      const day = { siteId, shift: 'day', places: 9 }
      await setShift({ ...day, weekdays: [1, 2, 3, 4, 5, 6, 7], starts: '00:00', ends: '00:00' }, manager)
      await setException({ ...day, day: '2030-01-06', reason: 'repair' }, manager)
    })
  }
}
