import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'

const owner = () => db.connection('owner')
const countOf = async (table: string) => Number((await owner().from(table).count('* as count'))[0].count)

async function load(): Promise<string[]> {
  ace.ui.switchMode('raw')
  const command = await ace.exec('reference:load', [])
  if (command.exitCode) throw new Error(`reference:load ended with ${command.exitCode}`)
  const lines = command.logger.getLogs().map(({ message }) => message)
  command.logger.flushLogs()
  return lines
}

test.group('reference:load', (group) => {
  group.each.teardown(() => ace.ui.switchMode('normal'))

  test('fills the tables, once', async ({ assert }) => {
    await load()
    assert.isAbove(await countOf('reference.places'), 100_000)
    assert.isAbove(await countOf('reference.countries'), 240)
    const again = await load()
    assert.lengthOf(again, 1)
    assert.include(again[0]!, 'main: reference data is up to date')
  })

  test('writes again what came from another edition, and only that', async ({ assert }) => {
    await load()
    const countries = await countOf('reference.countries')
    await owner().from('reference.countries').delete()
    await owner().from('reference.datasets').where('dataset', 'countries').update({ sha256: 'of another edition' })
    const lines = await load()
    assert.lengthOf(lines, 1)
    assert.include(lines[0]!, `reference.countries ${countries} rows`)
    assert.equal(await countOf('reference.countries'), countries)
  })
})
