import { test } from '@japa/runner'
import { collidingWorlds, makeSide } from '#tests/support/colliding_worlds'
import { connectedAs, enter } from '#tests/support/database_roles'
import { columnsOf, tablesOf, type Column } from '#tests/support/inventory'
import { attemptOn, each, officerRoutes } from './routes/attempts.js'
import { send } from './routes/request.js'
import { Watch } from './routes/watch.js'
import { count } from './tally.js'

/** Values that nothing but an attack writes, by the type of the column. */
const MARKS: Record<string, unknown> = {
  uuid: '0badbad0-0bad-7bad-8bad-0badbad0bad0',
  integer: 987_654_321,
  bigint: 987_654_321,
  'double precision': 987_654_321,
  boolean: true,
  'timestamp with time zone': '1987-06-05T04:03:02Z',
  text: 'MASSASSIGNED',
}
const TOLD = /0badbad0|987654321|1987-06-05|MASSASSIGNED/i
/** Texts that only the program writes; other texts are what forms are for. */
const PROTECTED_TEXT =
  /^(?:state|band|because|.*_hash|.*_key|sha256|blob|kid|secret.*|password.*|permission|first_filer|receipt|level|effect|source|placement|class|action|actor_.*)$/

const isAttacked = ({ name, type }: Column) => type in MARKS && (type !== 'text' || PROTECTED_TEXT.test(name))
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

test.group('T24 mass_assignment', () => {
  test('no column is written because a request names it', async ({ assert }) => {
    const { b } = await collidingWorlds()
    const own = await makeSide('M')
    const watch = await Watch.over(b)
    const columns = (await connectedAs('owner', columnsOf)).filter(isAttacked)
    const attack: Record<string, unknown> = {}
    for (const { name, type } of columns) for (const key of [name, camel(name)]) attack[key] = MARKS[type]
    attack.tenant_id = attack.tenantId = attack.administrationId = b.place.administration.id
    const wrong: string[] = []
    let accepted = 0
    await each(
      officerRoutes.filter(({ method, name }) => method !== 'GET' && name !== 'uploads.store'),
      async (route, recipe) => {
        const visitor = recipe.fresh ? await own.place.signIn(recipe.as!) : await own.place.as(recipe.as!)
        const { path, body } = await attemptOn(own, route, recipe)
        const answer = await send(visitor, route, recipe, { path, body: { ...attack, ...(body as object) } })
        if (answer.status >= 500) wrong.push(`${route.name}: ${answer.status} ${answer.text.slice(0, 200)}`)
        if (answer.status < 400) accepted++
        count('columns named', Object.keys(attack).length)
      }
    )
    // As the owner: some tables the service itself writes and may not read.
    await connectedAs('owner', async (client) => {
      await enter(client, own.place.administration.id)
      for (const table of await tablesOf(client)) {
        const found = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from tenant.${table} t`)
        for (const { row } of found.rows) if (TOLD.test(row)) wrong.push(`${table}: ${row.slice(0, 300)}`)
      }
    })
    assert.deepEqual([...wrong, ...(await watch.moved())], [])
    assert.isAbove(accepted, 8, 'requests that were carried out')
    await watch.close()
  }).timeout(60_000)
})
