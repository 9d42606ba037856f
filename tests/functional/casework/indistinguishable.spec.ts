import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { connectedAs, enter } from '#tests/support/database_roles'
import { LiveStream } from '#tests/support/live_stream'
import { makePlace, type Place } from '#tests/support/world'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Ids, numbers of bills and orders, and times: what differs between any two orders. */
const blank = (text: string) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'TIME')
    .replace(/BILL\d+/g, 'BILL')
    .replace(/"number":"\d+"/g, '"number":"N"')

const RESULT = {
  result: 'not_resultant',
  judgement: 'nothing_found',
  enforcement: 'none',
  revenue: '',
  minutes: 20,
  reason: '',
  note: '',
}

async function twoOrders(): Promise<{ place: Place; targeted: string; random: string }> {
  const place = await makePlace()
  const site = await makeSite(place)
  const [high, plain] = [await makeAlert(place, { band: 'high', score: 163 }), await makeAlert(place)]
  const targeted = await makeOrder(place, {
    consignmentId: high.consignment,
    siteId: site,
    usefulUntil: Date.UTC(2030, 1),
  })
  const random = await makeOrder(
    place,
    { consignmentId: plain.consignment, siteId: site, usefulUntil: Date.UTC(2030, 1) },
    { kind: 'random' }
  )
  return { place, targeted, random }
}

test.group('A random order looks like any other', () => {
  test('on the page of the inspector, byte for byte, in every state until it is over', async ({ assert }) => {
    const { place, targeted, random } = await twoOrders()
    const inspector = await place.as('inspector')
    // What was just done is told once, whichever page comes next; the texts of the language are everybody's.
    const page = async (order: string) => {
      const {
        flash: _,
        messages: __,
        ...props
      } = (await inspector.page(`${place.path}/inspections/${order}`)).json.props
      return JSON.stringify(props)
    }
    const same = async (when: string) => assert.equal(blank(await page(random)), blank(await page(targeted)), when)
    await same('ordered')
    for (const act of ['accept', 'start']) {
      for (const order of [targeted, random]) await inspector.post(`${place.path}/inspections/${order}/${act}`)
      await same(act)
    }
    for (const order of [targeted, random]) await inspector.post(`${place.path}/inspections/${order}/outcome`, RESULT)
    await same('done')
    const { order, cargo, findings, outcomes, history, origins, may } = JSON.parse(await page(targeted))
    // Ids, bills and times are of the moment: any three digits may stand in one, the score would stand alone.
    const shown = JSON.stringify({ order, cargo, findings, outcomes, history, origins, may }).replace(UUID, '')
    for (const word of ['score', 'band', 'threat', 'alert', 'analyst person']) assert.notInclude(shown, word)
    assert.notMatch(shown, /\b163\b/)
  })

  test('in the list, the live events and the history', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const [high, plain] = [await makeAlert(place, { band: 'high' }), await makeAlert(place)]
    const stream = await LiveStream.open(await place.as('inspector'), `${place.path}/live`)
    const until = { usefulUntil: Date.UTC(2030, 1) }
    await makeOrder(place, { consignmentId: high.consignment, siteId: site, ...until })
    await stream.until(2)
    const targeted = stream.events.map(({ kind }) => kind)
    await makeOrder(place, { consignmentId: plain.consignment, siteId: site, ...until }, { kind: 'random' })
    await stream.until(4)
    stream.close()
    assert.sameMembers(targeted, ['inspection:changed', 'notification:changed'])
    assert.deepEqual(
      stream.events.slice(2).map(({ kind }) => kind),
      targeted
    )
    const { orders } = (await (await place.as('inspector')).page(`${place.path}/inspections`)).json.props
    assert.lengthOf(orders, 2)
    assert.equal(blank(JSON.stringify(orders[0])), blank(JSON.stringify(orders[1])))
  })

  test('and the application itself may not ask why, except through the function that decides', async ({ assert }) => {
    const { place, targeted } = await twoOrders()
    const tell = (reader: string) =>
      connectedAs('app', async (client) => {
        await enter(client, place.administration.id)
        const { rows } = await client.query(`select * from tenant.order_origins($1::uuid[], $2::uuid)`, [
          [targeted],
          place.officers[reader]!.id,
        ])
        return rows.length
      })
    await connectedAs('app', async (client) => {
      await enter(client, place.administration.id)
      for (const sql of [
        'select 1 from tenant.inspection_order_origins',
        'select 1 from tenant.inspection_orders o join tenant.inspection_order_origins g on g.order_id = o.id',
        'delete from tenant.inspection_order_origins',
      ])
        await assert.rejects(() => client.query(sql), /permission denied/)
    })
    assert.equal(await tell('supervisor'), 0, 'an open order')
    await place.run(async () => {
      const { execute } = await import('#platform/tenancy/database')
      await execute(`update tenant.inspection_orders set state = 'missed' where id = ?`, [targeted])
    })
    assert.deepEqual(
      [await tell('supervisor'), await tell('manager'), await tell('inspector'), await tell('administrator')],
      [1, 1, 0, 0]
    )
  })

  test('and one file asks for origins, one for the alerts behind orders', async ({ assert }) => {
    const named: string[] = []
    for (const file of await readdir('app', { recursive: true })) {
      if (!file.endsWith('.ts')) continue
      const text = await readFile(join('app', file), 'utf8')
      if (
        /tenant\.(?:order_origins|alerts_of_orders|inspection_order_origins|orders_of_case|cases_of_orders|case_orders)\b/.test(
          text
        )
      )
        named.push(file)
    }
    assert.sameMembers(
      named.filter((file) => !file.startsWith('demo/')),
      [
        'casework/cases/actions/order_for_case.ts',
        'casework/cases/listeners/follow_orders.ts',
        'casework/cases/queries/alerts_studied_for.ts',
        'casework/cases/queries/contents.ts',
        'casework/inspections/actions/order_inspection.ts',
        'casework/inspections/queries/order_origins.ts',
        'casework/inspections/queries/list_ledger.ts',
        'casework/referrals/queries/shared.ts',
      ]
    )
  })
})
