import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

/** As many further orders as the one there is, without their days. */
const orderMore = (place: Place, count: number) =>
  place.run(() =>
    execute(
      `insert into tenant.inspection_orders (tenant_id, id, number, site_id, type, consignment_id, useful_until)
       select o.tenant_id, uuidv7(), o.last + i, o.site_id, o.type, o.consignment_id, o.useful_until
         from (select *, max(number) over () as last from tenant.inspection_orders limit 1) o, generate_series(1, ?::int) i`,
      [count]
    )
  )

test.group('Bulk exports (T37)', () => {
  test('a file of more lines than one person may take is refused, and so is nothing smaller', async ({ assert }) => {
    const place = await makePlace()
    const { consignment } = await makeAlert(place)
    await makeOrder(place, { consignmentId: consignment, siteId: await makeSite(place) })
    const manager = await place.as('manager')
    const file = `${place.path}/outcomes.csv`
    const exported = () => ask(place, `select 1 from tenant.audit_entries where action = 'outcomes.exported'`)

    await orderMore(place, 499)
    const whole = await manager.get(file)
    assert.equal(whole.status, 200)
    const [, ...lines] = whole.text.trim().split('\r\n')
    assert.lengthOf(lines, 500)
    for (const line of lines) assert.match(line, new RegExp(`,${place.officers.manager!.email} 20[^,]+$`))

    await orderMore(place, 1)
    assert.equal((await manager.page(`${place.path}/outcomes`)).json.props.total, 501)
    const refused = await manager.send('GET', file, { headers: { accept: 'application/json' } })
    assert.equal(refused.status, 403)
    assert.equal(refused.json.message.key, 'casework.export_too_many')
    assert.notInclude(refused.text, place.officers.manager!.email)
    assert.lengthOf(await exported(), 1)
  })
})
