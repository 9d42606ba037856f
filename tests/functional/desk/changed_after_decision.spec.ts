import { test } from '@japa/runner'
import { readEvent, recordEvents } from '#app/cargo_register/published'
import { execute } from '#platform/tenancy/database'
import { cuscar, makeAlert } from '#tests/support/alerts'
import { file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { drainTargeting } from '#tests/support/weighed_consignment'
import type { ConsignmentShowProps } from '../../../resources/pages/consignments/show.props.js'

/** The same bill again with another function, control number and goods. */
const again = (number: string, fn: string, goods: string) =>
  Buffer.from(
    cuscar(number)
      .toString()
      .replaceAll(`+${number}'`, `+${number}${fn}${goods.length}'`)
      .replace(`BGM+85+DOC${number}+9`, `BGM+85+DOC${number}+${fn}`)
      .replace('COTTON SHIRTS IN CARTONS', goods)
  )

const shown = async (place: Place, consignment: string): Promise<ConsignmentShowProps> =>
  (await (await place.as('analyst')).page(`${place.path}/consignments/${consignment}`)).json.props

const dismiss = (place: Place, alert: string) =>
  place.run(() =>
    execute(
      `update tenant.alerts set state = 'dismissed', decided_by = ?::uuid, decided_at = now(), decision_reason = 'known_trader' where id = ?::uuid`,
      [place.officers.analyst!.id, alert]
    )
  )

test.group('Changed after a decision', () => {
  test('what a revision changed after the alert was dismissed stands on the page, and it is weighed again', async ({
    assert,
  }) => {
    const place = await makePlace()
    const { alert, consignment, number } = await makeAlert(place)
    await file(place, again(number, '4', 'SHIRTS AND SHOES'))
    await dismiss(place, alert)
    assert.isNull((await shown(place, consignment)).changedAfterDecision, 'what came before was decided on')
    await file(place, again(number, '4', 'RUM IN BOTTLES'))
    await drainTargeting(place)
    const { changedAfterDecision: changed, assessment } = await shown(place, consignment)
    assert.equal(assessment?.revision, 3)
    assert.deepEqual([changed?.decision, changed?.from, changed?.to, changed?.closed], ['dismissed', 2, 3, false])
    assert.deepEqual(
      changed?.fields.map(({ path, before, after, decisive }) => [path, before, after, decisive]),
      [['items.0.description', 'SHIRTS AND SHOES', 'RUM IN BOTTLES', true]]
    )
  })

  test('after a release the difference counts from what was released, and a withdrawal is said', async ({ assert }) => {
    const place = await makePlace()
    const { consignment, number } = await makeAlert(place)
    const at = new Date(Date.now() - 60_000).toISOString()
    const { event } = readEvent({ kind: 'release', at, reference: 'R1', bill: `BILL${number}` }, 'UTC')
    const reporter = { source: 'api' as const, name: 'token:test', officerId: null, mayRelease: true }
    await place.run(() => recordEvents([event], reporter, Date.now()))
    await file(place, again(number, '4', 'RUM'))
    await file(place, again(number, '4', 'COTTON SHIRTS IN CARTONS'))
    assert.isNull((await shown(place, consignment)).changedAfterDecision, 'changed and changed back')
    await file(place, again(number, '3', 'COTTON SHIRTS IN CARTONS'))
    const page = await shown(place, consignment)
    assert.deepInclude(page.changedAfterDecision, { decision: 'released', from: 1, to: 4, closed: true, fields: [] })
    assert.include(
      page.problems.map(({ code }) => code),
      'VER-LATE-CHANGE'
    )
  })
})
