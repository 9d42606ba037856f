import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { requestReassessment } from '#app/targeting/actions/request_reassessment'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { asked, layCargo } from '#tests/functional/targeting/authoring/desk'
import { makePlace } from '#tests/support/world'

test.group('Weighing open cargo again', () => {
  test('asks for what is filed and not arrived, in one administration, once a reason', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const [cargo] = [await layCargo(here), await layCargo(there)]
    const ask = () => here.run(() => unitOfWork(() => requestReassessment('watch_list_changed')))
    assert.equal(await ask(), cargo.open.length)
    await ask()
    assert.deepEqual(await asked(here, 'watch_list_changed'), [...cargo.open].sort())
    assert.deepEqual(await asked(there, 'watch_list_changed'), [])
  })

  test('nothing is asked, and no bell rung, where there is no open cargo', async ({ assert }) => {
    const place = await makePlace()
    assert.equal(await place.run(() => unitOfWork(() => requestReassessment('profile_published'))), 0)
    const bells = await place.run(() =>
      rows(`select 1 from control.doorbells where room = 'targeting' and administration_id = ?`, [
        place.administration.id,
      ])
    )
    assert.lengthOf(bells, 0)
  })

  test('a change during a weighing is not lost in it', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await layCargo(place)
    const ask = () => place.run(() => unitOfWork(() => requestReassessment('watch_list_changed')))
    await ask()
    let changed: Promise<number> | undefined
    await place.run(() =>
      unitOfWork(async () => {
        const held = await rows<{ id: string }>(`select id from tenant.assessment_requests for update skip locked`)
        assert.lengthOf(held, cargo.open.length)
        changed = ask()
        await sleep(200)
        await execute(`delete from tenant.assessment_requests`)
      })
    )
    assert.equal(await changed, cargo.open.length)
    assert.lengthOf(await asked(place, 'watch_list_changed'), cargo.open.length)
  })
})
