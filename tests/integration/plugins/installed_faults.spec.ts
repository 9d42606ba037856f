import { test } from '@japa/runner'
import { installedFaults } from '#platform/plugins/installed_faults'
import { execute } from '#platform/tenancy/database'
import { makePlace, type Place } from '#tests/support/world'

const faults = async (place: Place) =>
  (await place.run(() => installedFaults())).map(({ code, plugin, at }) =>
    `${code} ${plugin} ${at}`.replace(place.administration.code, 'XX')
  )
const set = (place: Place, sql: string) => place.run(() => execute(`update tenant.plugin_installations set ${sql}`))

test.group('Plugins that administrations have enabled', () => {
  test('are in the build, or it does not start; those that were disabled are not missed', async ({ assert }) => {
    const place = await makePlace({ plugins: ['guatemala'] })
    assert.deepEqual(await faults(place), [])
    await set(place, `plugin_id = 'ruritania'`)
    assert.deepEqual(await faults(place), ['E_PLUGIN_GONE ruritania XX'])
    await set(place, `state = 'disabled'`)
    assert.deepEqual(await faults(place), [])
  })

  test('contribute nothing below what was enabled; an older build of the plugin may come back', async ({ assert }) => {
    const place = await makePlace({ plugins: ['guatemala'] })
    await set(place, `plugin_version = '9.0.0'`)
    assert.deepEqual(await faults(place), [])
    await set(place, `contributions = '{"identifier guatemala.nit": 7, "report guatemala.gone": 1}'`)
    assert.sameMembers(await faults(place), [
      'E_PLUGIN_LOWERED guatemala XX identifier guatemala.nit',
      'E_PLUGIN_LOWERED guatemala XX report guatemala.gone',
    ])
  })
})
