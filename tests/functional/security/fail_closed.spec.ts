import { test } from '@japa/runner'
import { firstRow } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { connectedAs } from '#tests/support/database_roles'
import { makePlace, type Place } from '#tests/support/world'

/** Takes a right from the app role while the work runs. */
async function without(right: string, table: string, work: () => Promise<void>): Promise<void> {
  await connectedAs('owner', async (client) => {
    await client.query(`revoke ${right} on ${table} from landfall_app`)
    try {
      await work()
    } finally {
      await client.query(`grant ${right} on ${table} to landfall_app`)
    }
  })
}

const alertOf = (place: Place, id: string) =>
  place.run(() =>
    firstRow<{ state: string; claimed_by: string | null }>(`select state, claimed_by from tenant.alerts where id = ?`, [
      id,
    ])
  )

test.group('T77 fail_closed', () => {
  test('what cannot be audited does not happen, and a sensitive page is not shown', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const visitor = await place.as('supervisor')
    await without('insert', 'tenant.audit_entries', async () => {
      assert.equal((await visitor.post(`${place.path}/alerts/${alert}/claim`)).status, 500)
      const dismissal = { alerts: [alert], reason: 'other', note: 'looked at' }
      assert.equal((await visitor.post(`${place.path}/alerts/dismissals`, dismissal)).status, 500)
      assert.deepEqual(await alertOf(place, alert), { state: 'new', claimed_by: null })
    })
    assert.equal((await visitor.post(`${place.path}/alerts/${alert}/claim`)).status, 200)
  })

  test('a failure in the middle of an act leaves nothing of it', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const visitor = await place.as('supervisor')
    await without('insert', 'tenant.alert_events', async () => {
      assert.equal((await visitor.post(`${place.path}/alerts/${alert}/claim`)).status, 500)
    })
    assert.deepEqual(await alertOf(place, alert), { state: 'new', claimed_by: null })
  })

  test('who cannot be asked for roles has none', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('supervisor')
    await without('select', 'tenant.role_permissions', async () => {
      const answer = await visitor.page(`${place.path}/triage`)
      assert.isAtLeast(answer.status, 400)
      assert.notProperty(answer.json ?? {}, 'component.triage')
    })
    await without('select', 'tenant.unit_officers', async () => {
      assert.isAtLeast(
        (await visitor.page(`${place.path}/triage`)).status,
        400,
        'units that cannot be read are no freedom'
      )
    })
    assert.equal((await visitor.page(`${place.path}/triage`)).status, 200)
  })
})
