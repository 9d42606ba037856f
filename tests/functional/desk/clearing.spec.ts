import { test } from '@japa/runner'
import { ENOUGH_DECISIONS, type Clearing } from '#core/triage/clearing'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

type Told = Record<string, Clearing | null>

/** An open alert on a ship that arrives in so many hours; the id of its call. */
async function shipWithAlert(place: Place, hours: number): Promise<string> {
  const { consignment } = await makeAlert(place)
  const [found] = await ask<{ call_id: string }>(
    place,
    `select call_id from tenant.consignments where id = '${consignment}'`
  )
  await place.run(() =>
    execute(`update tenant.calls set eta = now() + make_interval(hours => ?), arrived_at = null where id = ?`, [
      hours,
      found!.call_id,
    ])
  )
  return found!.call_id
}

/** As many decided alerts, each so many minutes after its claim. */
const decide = (place: Place, count: number, minutes: number) =>
  place.run(() =>
    execute(
      `insert into tenant.alerts (tenant_id, id, consignment_id, threat, assessment_id, because, band, score, up_to, threat_score, reason_codes, state, claimed_at, decided_at)
       select a.tenant_id, uuidv7(), a.consignment_id, a.threat, a.assessment_id, a.because, a.band, a.score, a.up_to, a.threat_score, a.reason_codes, 'dismissed',
              now() - make_interval(mins => ?), now() from (select * from tenant.alerts where state = 'new' limit 1) a, generate_series(1, ?)`,
      [minutes, count]
    )
  )

test.group('Will the ship be decided in time', () => {
  test('the board, the queue and what a filter shows of it give one answer', async ({ assert }) => {
    const place = await makePlace()
    const [soon, late] = [await shipWithAlert(place, 10), await shipWithAlert(place, 11)]
    const analyst = await place.as('analyst')
    const board = async (): Promise<Told> => {
      const { groups } = (await analyst.page(`${place.path}/arrivals`)).json.props
      const all = (groups as { rows: { call: { id: string }; clearing: Clearing | null }[] }[]).flatMap(
        ({ rows }) => rows
      )
      return Object.fromEntries(all.map(({ call, clearing }) => [call.id, clearing]))
    }
    const queue = async (query = ''): Promise<Told> => {
      const { groups } = (await analyst.page(`${place.path}/triage${query}`)).json.props
      return Object.fromEntries(
        (groups as { call: { id: string }; clearing: Clearing | null }[]).map(({ call, clearing }) => [
          call.id,
          clearing,
        ])
      )
    }
    assert.deepEqual((await board())[soon], { verdict: 'unknown', because: 'pace' }, 'nothing was decided yet')

    await decide(place, ENOUGH_DECISIONS, 300)
    const verdicts = ({ [soon]: first, [late]: second }: Told) => [first?.verdict, second?.verdict]
    assert.deepEqual(verdicts(await board()), ['in_time', 'short'], 'five hours each, one after the other')
    assert.deepEqual(verdicts(await queue()), ['in_time', 'short'])
    const alone = await queue(`?call=${late}`)
    assert.deepEqual([alone[late]?.verdict, alone[soon]], ['short', undefined], 'a filter decides nothing faster')
  })
})
