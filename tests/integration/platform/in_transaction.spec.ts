import { test } from '@japa/runner'
import { afterCommit, execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'

/** What the database refuses at COMMIT only: twice the same, where uniqueness is asked at the end. */
const refusedAtTheEnd = async () => {
  await execute(`create temporary table late (a integer unique deferrable initially deferred) on commit drop`)
  await execute(`insert into late values (1), (1)`)
  return 'a receipt'
}
/** The connection is gone when COMMIT is sent, as when the server is killed. */
const goneAtTheEnd = async () => {
  const backend = await firstRow<{ pid: number }>(`select pg_catalog.pg_backend_pid() as pid`)
  await execute(`select pg_catalog.pg_terminate_backend(?)`, [backend!.pid]).catch(() => {})
  return 'a receipt'
}

test.group('A unit of work', () => {
  test('fails when its commit fails, and nothing that waits for the commit happens', async ({ assert }) => {
    const place = await makePlace()
    let rung = 0
    for (const work of [refusedAtTheEnd, goneAtTheEnd])
      await assert.rejects(() =>
        place.run(() =>
          unitOfWork(async () => {
            await afterCommit(() => rung++)
            return work()
          })
        )
      )
    assert.equal(rung, 0)
    assert.deepEqual(await place.run(() => unitOfWork(() => firstRow(`select 1 as one`))), { one: 1 })
  })
})
