import { test } from '@japa/runner'
import { Readable } from 'node:stream'
import { loadCallsFile } from '#app/cargo_register/published'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makePlace } from '#tests/support/world'
import type { ArrivalsProps } from '../../../resources/pages/arrivals/index.props.js'
import type { ConsignmentShowProps } from '../../../resources/pages/consignments/show.props.js'
import type { ConveyanceShowProps } from '../../../resources/pages/conveyances/show.props.js'
import type { TriageProps } from '../../../resources/pages/triage/index.props.js'
import type { AssessmentView } from '../../../resources/props/assessment.js'

const quotesOf = (assessment: AssessmentView | null) =>
  (assessment?.reasons ?? []).flatMap((reason) => reason.evidence.flatMap((evidence) => evidence.quotes))

test.group('Desk pages', () => {
  test('a consignment shows reasons that sum to its score, each with its raw segment', async ({ assert }) => {
    const place = await makePlace()
    const { consignment, number } = await makeAlert(place)
    const page = await (await place.as('analyst')).page(`${place.path}/consignments/${consignment}`)
    assert.equal(page.json.component, 'consignments/show')
    const shown: ConsignmentShowProps = page.json.props
    const { assessment, alerts, call, neighbours, revisions } = shown
    const sum = assessment?.reasons.reduce((total, reason) => total + reason.counted, 0)
    assert.equal(sum, assessment?.summary.score)
    const quotes = quotesOf(assessment)
    assert.isNotEmpty(quotes)
    for (const quote of quotes)
      assert.isTrue(
        quote.lines.some((line) => line.marks.length > 0),
        quote.path
      )
    assert.lengthOf(alerts, 1)
    assert.equal(call?.means, 'TEST SHIP')
    assert.deepEqual([neighbours?.position, neighbours?.of], [1, 1])
    assert.equal(revisions[0]?.function, 'original')
    assert.equal(shown.consignment.reference, `BILL${number}`)
  })

  test('who may not read raw messages gets reasons without quotes', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    await place.run(() =>
      execute(
        `delete from tenant.role_permissions p using tenant.roles r where r.tenant_id = p.tenant_id and r.id = p.role_id and r.code = 'analyst' and p.permission = 'messages.read_raw'`
      )
    )
    const page = await (await place.signIn('analyst')).page(`${place.path}/consignments/${consignment}`)
    assert.equal(page.status, 200)
    const { assessment }: ConsignmentShowProps = page.json.props
    assert.isNotEmpty(assessment?.reasons ?? [])
    assert.isEmpty(quotesOf(assessment))
  })

  test('the board groups calls by time and shows the ship that filed nothing', async ({ assert }) => {
    const place = await makePlace()
    await makeAlert(place)
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const csv = [
      'mode,means_name,imo,call_sign,flag,voyage,carrier,port,eta,etd,ata,berth,previous_port',
      `sea,SILENT SHIP,,,,S1,,JMKIN,${at(30)},,,Berth 7,HTPAP`,
      `sea,SOON SHIP,,,,S2,,JMKIN,${at(3)},,,,`,
    ].join('\n')
    const loaded = await place.run(() => loadCallsFile(Readable.from([csv])))
    assert.deepEqual([loaded.registered, loaded.refused], [2, 0])
    const board: ArrivalsProps = (await (await place.as('analyst')).page(`${place.path}/arrivals`)).json.props
    const names = Object.fromEntries(board.groups.map((group) => [group.key, group.rows.map((row) => row.call.means)]))
    assert.deepEqual(names.nothing_filed, ['SOON SHIP', 'SILENT SHIP'])
    assert.include(names.later, 'TEST SHIP')
    assert.equal(board.totals.nothingFiled, 2)
    const filtered: ArrivalsProps = (
      await (await place.as('analyst')).page(`${place.path}/arrivals?show=nothing_filed`)
    ).json.props
    assert.deepEqual(
      filtered.groups.flatMap((group) => group.rows.map((row) => row.filed)),
      [0, 0]
    )
  })

  test('the ship file counts bands over its consignments', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    const analyst = await place.as('analyst')
    const { call } = (await analyst.page(`${place.path}/consignments/${consignment}`)).json.props
    const file: ConveyanceShowProps = (await analyst.page(`${place.path}/conveyances/${call.id}`)).json.props
    const counted = Object.values(file.bands).reduce((sum, count) => sum + count, 0)
    assert.equal(counted, file.consignments.total)
    assert.deepEqual(
      file.consignments.rows.map((row) => row.id),
      [consignment]
    )
    assert.deepEqual(
      (await analyst.page(`${place.path}/conveyances/${call.id}?q=nothing-like-it`)).json.props.consignments.total,
      0
    )
  })

  test('triage opens the first row and counts one row a consignment', async ({ assert }) => {
    const place = await makePlace()
    const first = await makeAlert(place)
    await makeAlert(place)
    const analyst = await place.as('analyst')
    const queue = (await analyst.page(`${place.path}/triage`)).json.props
    assert.deepInclude(queue.counts, { all: 2, mine: 0, unclaimed: 2, dismissed: 0 })
    assert.isNotNull(queue.open)
    await analyst.post(`${place.path}/alerts/${first.alert}/claim`)
    const mine: TriageProps = (await analyst.page(`${place.path}/triage?view=mine`)).json.props
    assert.deepEqual(
      mine.groups.flatMap((group) => group.rows.map((row) => row.alert)),
      [first.alert]
    )
    assert.equal((await analyst.page(`${place.path}/triage/00000000-0000-7000-8000-000000000000`)).status, 404)
  })

  test('finding by number ignores spaces and repairs a check digit', async ({ assert }) => {
    const place = await makePlace()
    const { consignment, number } = await makeAlert(place)
    const analyst = await place.as('analyst')
    const bill = await analyst.get(`${place.path}/find?q=bill ${number}`, { accept: 'application/json' })
    assert.equal(bill.json.results[0].href, `${place.path}/consignments/${consignment}`)
    const box = await analyst.get(`${place.path}/find?q=NRCU 483207 9`, { accept: 'application/json' })
    assert.deepEqual(box.json.repaired, { from: 'NRCU4832079', to: 'NRCU4832072' })
  })

  test('roles without the permission are refused, and nothing of another administration is found', async ({
    assert,
  }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const { consignment } = await makeAlert(there)
    const administrator = await here.as('administrator')
    for (const path of ['arrivals', 'triage', `consignments/${consignment}`, 'find?q=BILL']) {
      assert.equal((await administrator.page(`${here.path}/${path}`)).status, 403, path)
    }
    assert.equal((await (await here.as('analyst')).page(`${here.path}/consignments/${consignment}`)).status, 404)
  })
})
