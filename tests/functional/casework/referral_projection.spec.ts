import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import { acceptOrder, startOrder } from '#app/casework/inspections/actions/move_order'
import { recordFinding } from '#app/casework/inspections/actions/record_finding'
import { addTask } from '#app/casework/cases/actions/tasks'
import { writeNote } from '#app/casework/cases/actions/write_note'
import { openCase } from '#app/casework/cases/actions/open_case'
import { OF_WATCH_LISTS, toldReasons } from '#app/casework/referrals/told_reasons'
import { PARTS } from '#app/casework/referrals/codes'
import { loadOfficer } from '#platform/access/officer'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { PHOTOGRAPH } from '#tests/support/fixtures/photograph'
import { makeAgency, refer } from '#tests/support/referred_world'
import { makePlace, type Place } from '#tests/support/world'

/** Runs of the property; the seed of a failing one is its selection, which is printed. */
const RUNS = process.env.LANDFALL_LONG ? 60 : 14

interface Told {
  place: Place
  caseId: string
  consignments: string[]
  files: string[]
  agency: string
}

/** A case whose every word is a canary: the number behind it is that of its consignment or file. */
async function painted(): Promise<Told> {
  const place = await makePlace()
  const alerts = [await makeAlert(place), await makeAlert(place), await makeAlert(place)]
  const [site, agency] = [await makeSite(place), await makeAgency(place)]
  const analyst = () => loadOfficer(place.officers.analyst!.id).then((officer) => officer!)
  const caseId = await place.run(async () => {
    const made = await openCase(
      { title: 'CANARY-TITLE', alerts: alerts.map(({ alert }) => alert), consignments: [] },
      await analyst()
    )
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    await writeNote(made.value, 'CANARY-NOTE', [], await analyst())
    await addTask(made.value, { what: 'CANARY-TASK', assigneeId: null, dueAt: null }, await analyst())
    await execute(`update tenant.officers set name = 'CANARY-OFFICER' where id <> ?`, [place.officers.partner!.id])
    return made.value
  }, 'analyst')
  for (const [index, { consignment, alert }] of alerts.entries()) {
    const order = await makeOrder(place, { consignmentId: consignment, siteId: site })
    await place.run(async () => {
      await execute(
        `update tenant.consignments set reference = ?, description = ?, consignor_name = ?, consignee_name = ? where id = ?`,
        [`CANARY-BILL${index}`, `CANARY-GOODS${index}`, `CANARY-FROM${index}`, `CANARY-TO${index}`, consignment]
      )
      // P02: somebody stands on a watch list. CANARY-PROFILE: a condition of the administration's own.
      await execute(`update tenant.alerts set reason_codes = 'CANARY-PROFILE P02 R0${index + 1}' where id = ?`, [alert])
      await execute(`insert into tenant.case_orders (tenant_id, order_id, case_id) values (?, ?, ?)`, [
        place.administration.id,
        order,
        caseId,
      ])
      const inspector = place.officers.inspector!.id
      await acceptOrder(order, inspector)
      await startOrder(order, inspector)
      const found = { what: 'narcotics', place: 'floor', unit: 'kg', valueMinor: null, replaces: null } as const
      await recordFinding(order, inspector, { ...found, quantity: `77${index}`, note: `CANARY-REMARK${index}` })
    })
  }
  const files: string[] = []
  for (const index of [0, 1, 2])
    files.push(
      await place.run(async () => {
        const file = { bytes: PHOTOGRAPH, fileName: `CANARY-FILE${index}.png`, about: null }
        const kept = await keepAttachment(
          { kind: 'case', id: caseId },
          { ...file, officerId: place.officers.analyst!.id },
          async () => true
        )
        if (!kept.ok) throw new Error(JSON.stringify(kept.error))
        return kept.value.id
      })
    )
  return { place, caseId, agency, files, consignments: alerts.map(({ consignment }) => consignment) }
}

const some = <T>(all: readonly T[]): T[] => all.filter(() => randomInt(2) === 1)

/** Every word a page could tell, and the parts without which it must not. */
function allowed(parts: readonly string[], cargo: readonly number[], files: readonly number[]): Map<string, boolean> {
  const words = new Map<string, boolean>()
  for (const never of ['TITLE', 'NOTE', 'TASK', 'OFFICER', 'PROFILE']) words.set(`CANARY-${never}`, false)
  for (const index of [0, 1, 2]) {
    const has = (part: string) => parts.includes(part) && cargo.includes(index)
    words.set(`CANARY-REMARK${index}`, false)
    words.set(`CANARY-BILL${index}`, has('consignments'))
    words.set(`CANARY-GOODS${index}`, has('consignments'))
    words.set(`CANARY-FROM${index}`, has('parties'))
    words.set(`CANARY-TO${index}`, has('parties'))
    words.set(`indicator_r0${index + 1}"`, has('alert_reasons'))
    words.set(`"77${index}"`, has('findings'))
    words.set(`CANARY-FILE${index}`, files.includes(index))
  }
  words.set('indicator_p02"', false)
  words.set('"score"', false)
  return words
}

test.group('Referrals: nothing that was not shared is in the page', () => {
  test(`every selection of parts, cargo and files tells exactly what was chosen (${RUNS} drawn, and none, and all)`, async ({
    assert,
  }) => {
    const { place, caseId, agency, consignments, files } = await painted()
    const partner = await place.as('partner')
    const drawn = Array.from({ length: RUNS }, () => ({
      parts: some(PARTS),
      cargo: some([0, 1, 2]),
      shown: some([0, 1, 2]),
    }))
    let words = 0
    for (const { parts, cargo, shown } of [
      { parts: [], cargo: [], shown: [] },
      { parts: [...PARTS], cargo: [0, 1, 2], shown: [0, 1, 2] },
      ...drawn.filter((each) => each.parts.length === 0 || each.cargo.length > 0),
    ]) {
      const id = await refer(place, caseId, {
        to: { kind: 'agency', id: agency },
        parts,
        consignments: cargo.map((index) => consignments[index]!),
        attachments: shown.map((index) => files[index]!),
      })
      const { text, json } = await partner.page(`${place.path}/referrals/${id}`)
      // Names of colleagues and texts of the house are shared with every page; what is of the case stands in these.
      const { referral, consignments: told, files: given, answers, sent } = json.props
      const page = JSON.stringify({ referral, told, given, answers, sent })
      for (const [word, may] of allowed(parts, cargo, shown)) {
        assert.equal(page.includes(word), may, `${word} with ${JSON.stringify({ parts, cargo, shown })}`)
        if (!may && word.startsWith('CANARY')) assert.notInclude(text, word)
        words++
      }
    }
    console.log(`    referrals: ${words} words looked for`)
  }).timeout(120_000)

  test('what comes into the case later is shared with nobody', async ({ assert }) => {
    const { place, caseId, agency, consignments } = await painted()
    const id = await refer(place, caseId, {
      to: { kind: 'agency', id: agency },
      parts: [...PARTS],
      consignments: consignments.slice(0, 1),
    })
    const later = await makeAlert(place)
    await place.run(async () => {
      await execute(
        `insert into tenant.case_consignments (tenant_id, case_id, consignment_id, added_by) values (?, ?, ?, ?)`,
        [place.administration.id, caseId, later.consignment, place.officers.analyst!.id]
      )
    })
    const { props } = (await (await place.as('partner')).page(`${place.path}/referrals/${id}`)).json
    assert.lengthOf(props.consignments, 1)
  })

  test('reasons of watch lists and of profiles are counted, never named', ({ assert }) => {
    const told = toldReasons(['R01', 'P02', 'own.condition'])
    assert.deepEqual(told, { titles: ['targeting.indicator_r01'], others: 2 })
    assert.isAbove(OF_WATCH_LISTS.size, 0)
  })
})
