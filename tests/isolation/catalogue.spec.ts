import { test } from '@japa/runner'
import { connectedAs } from '#tests/support/database_roles'
import { relationsOf } from '#tests/support/inventory'
import { CHECKS, holesIn } from './catalogue/checks.js'
import { count } from './tally.js'

test.group('Isolation | catalogue', () => {
  test('every relation, function, role and grant is walled', async ({ assert }) => {
    await connectedAs('owner', async (client) => {
      const relations = await relationsOf(client)
      assert.isAbove(relations.length, 30)
      assert.deepEqual(await holesIn(client), [])
      count('relations', relations.length)
      count('catalogue checks', CHECKS.length)
    })
  })

  test('a partition named directly is denied to the app role', async ({ assert }) => {
    const partitions = await connectedAs('owner', async (client) =>
      (await relationsOf(client)).filter(({ kind }) => kind === 'partition')
    )
    assert.isNotEmpty(partitions)
    await connectedAs('app', async (client) => {
      for (const { name } of partitions) {
        await assert.rejects(() => client.query(`select 1 from tenant.${name}`), /permission denied/)
      }
    })
    count('partitions', partitions.length)
  })
})
