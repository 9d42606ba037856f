import { addConsignment } from '#app/casework/cases/actions/change_contents'
import { moveCase, type CaseMove } from '#app/casework/cases/actions/move_case'
import { openCase } from '#app/casework/cases/actions/open_case'
import { orderForCase } from '#app/casework/cases/actions/order_for_case'
import { writeNote } from '#app/casework/cases/actions/write_note'
import { answerItem } from '#app/casework/inspections/actions/answer_item'
import { handOverExhibit } from '#app/casework/inspections/actions/hand_over_exhibit'
import { acceptOrder, reviewOrder, startOrder } from '#app/casework/inspections/actions/move_order'
import { recordFinding } from '#app/casework/inspections/actions/record_finding'
import { recordOutcome } from '#app/casework/inspections/actions/record_outcome'
import { takeExhibit } from '#app/casework/inspections/actions/take_exhibit'
import { HISTORY_WINDOW } from '#core/facts/window'
import { DAY, HOUR } from '#core/kernel/instant'
import { loadOfficer, type Officer } from '#platform/access/officer'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { execute } from '#platform/tenancy/database'
import { makeSite } from './casework.js'
import { northernCelebrationMessage } from './fixtures/northern_celebration_message.js'
import { PHOTOGRAPH } from './fixtures/photograph.js'
import { ask, file } from './intake.js'
import { drainTargeting } from './weighed_consignment.js'
import { makePlace, type Place, type PlaceOptions } from './world.js'

const FILED_AT = Date.now() - HOUR
const ETA = `${new Date(FILED_AT + 5 * DAY).toISOString().slice(0, 10).replaceAll('-', '')}0600`
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The bytes of the reference case, under this bill. */
export const celebrationBytes = (bill: string, more: { eta?: string; sizeType?: string; weightKg?: number } = {}) =>
  northernCelebrationMessage({ document: `MAN ${bill}`, bill, eta: ETA, ...more })

/** An administration whose history knows the pair from three earlier ships, and a yard where its inspector works. */
export async function kingston(options: PlaceOptions = {}): Promise<{ place: Place; site: string }> {
  const place = await makePlace(options)
  for (const months of [20, 13, 6]) {
    const bytes = celebrationBytes(`EARLIER${months}`, { sizeType: '22G1', weightKg: 18_000, eta: '202401010600' })
    await file(place, bytes, { historical: true, filedAt: FILED_AT - months * 30 * DAY })
  }
  await place.run(() =>
    execute(`update tenant.settings set history_complete_since = ?`, [new Date(FILED_AT - HISTORY_WINDOW - DAY)])
  )
  return { place, site: await makeSite(place) }
}

/** Files the consignment and weighs it: one alert for narcotics, 163. */
export async function celebrate(place: Place, bill = 'NRCL4471'): Promise<{ alert: string; consignment: string }> {
  await file(place, celebrationBytes(bill), { filedAt: FILED_AT })
  await drainTargeting(place)
  const [found] = await ask<{ alert: string; consignment: string }>(
    place,
    `select a.id as alert, c.id as consignment from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id where c.reference = '${bill}'`
  )
  if (!found) throw new Error(`${bill} raised no alert`)
  return found
}

export interface CelebrationCase {
  place: Place
  site: string
  id: string
  path: string
  order: string
  alert: string
  consignment: string
}

/** The whole story through the real actions: held by two, inspected, heroin in the reefer unit, seized; still open. */
export async function celebrationCase(options: PlaceOptions = {}): Promise<CelebrationCase> {
  const { place, site } = await kingston(options)
  const { alert, consignment } = await celebrate(place)
  const as = <T>(role: string, work: (officer: Officer) => Promise<T>): Promise<T> =>
    place.run(async () => work((await loadOfficer(place.officers[role]!.id))!), role)
  const id = must(
    await as('analyst', (officer) =>
      openCase({ title: 'Northern Celebration, tiles in a reefer', alerts: [alert], consignments: [] }, officer)
    )
  )
  const move = (role: string, act: string, more: Partial<CaseMove> = {}) =>
    as(role, async (officer) => must(await moveCase(id, { act, officer, ...more })))
  await move('analyst', 'assign')
  await move('analyst', 'begin_analysis')
  await as('analyst', (officer) => writeNote(id, 'Tiles need no cooling; the pair never shipped any.', [], officer))
  await as('analyst', (officer) => addConsignment(id, consignment, officer))
  await move('analyst', 'request_hold', { reason: 'reefer with dry goods', note: 'see the waterfall' })
  await move('supervisor', 'hold')
  const wanted = {
    consignmentId: consignment,
    siteId: site,
    type: 'physical' as const,
    equipment: 'NRCU4832072',
    slot: null,
    usefulUntil: Date.now() + DAY,
  }
  const order = must(
    await as('analyst', async (officer) => orderForCase(id, wanted, null, officer, await versionOf(place, id)))
  )
  await inspectReefer(place, order)
  await as('supervisor', (officer) => reviewOrder(order, officer.id, 'complete'))
  await move('supervisor', 'enforce')
  return { place, site, id, path: `${place.path}/cases/${id}`, order, alert, consignment }
}

export const versionOf = async (place: Place, id: string): Promise<number> =>
  (await ask<{ version: number }>(place, `select version from tenant.cases where id = '${id}'`))[0]!.version

/** Heroin in the reefer unit, taken into custody, handed to the laboratory, photographed. */
async function inspectReefer(place: Place, order: string): Promise<void> {
  const inspector = place.officers.inspector!.id
  await place.run(async () => {
    must(await acceptOrder(order, inspector))
    must(await startOrder(order, inspector))
    must(await answerItem(order, inspector, { item: 'seal', answer: 'clear', reason: null }))
    must(await answerItem(order, inspector, { item: 'reefer_unit', answer: 'found', reason: null }))
    const finding = must(
      await recordFinding(order, inspector, {
        what: 'narcotics',
        place: 'reefer_unit',
        quantity: '17.4',
        unit: 'kg',
        valueMinor: 52_000_000n,
        note: 'Heroin, sixteen blocks behind the fan',
        replaces: null,
      })
    )
    const exhibit = must(
      await takeExhibit(order, inspector, {
        description: 'Sixteen blocks in brown tape',
        quantity: '17.4',
        unit: 'kg',
        seal: 'JM-00417',
        place: 'Evidence room, Kingston',
        findingId: finding,
      })
    )
    const laboratory = { reason: 'laboratory', holderId: null, holderName: 'Government Chemist', seal: 'JM-00418' }
    must(await handOverExhibit(order, exhibit, inspector, { ...laboratory, place: 'Hope Gardens' }))
    must(
      await recordOutcome(order, inspector, {
        result: 'resultant',
        judgement: 'confirmed_risk',
        enforcement: 'seizure',
        revenueMinor: null,
        minutes: 140,
        people: 3,
        costMinor: null,
        reason: null,
        note: 'opened the front panel first',
      })
    )
    const photograph = { bytes: PHOTOGRAPH, fileName: 'reefer.png', about: 'item:reefer_unit', officerId: inspector }
    must(await keepAttachment({ kind: 'inspection', id: order }, photograph, async () => true))
  }, 'inspector')
}
