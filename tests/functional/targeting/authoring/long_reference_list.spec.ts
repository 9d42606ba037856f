import { test } from '@japa/runner'
import { makePlace } from '#tests/support/world'
import { submit } from './desk.js'

test.group('Long reference lists', () => {
  test('thousands of rows come whole and are stored whole, without their empty cells', async ({ assert }) => {
    const place = await makePlace()
    const author = await place.as('profile_author')
    const path = `${place.path}/reference-lists/container_owners`
    const { rows } = (await author.page(path)).json.props as { rows: Record<string, unknown>[] }
    assert.isAbove(rows.length, 3000)
    const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null)))
    const { answer, props } = await submit(author, `${path}/editions`, { rows: filled, note: 'As it was' }, path)
    assert.equal(answer.status, 303)
    assert.deepInclude(props.edition, { number: 2, newest: true })
    assert.sameDeepMembers(props.rows, rows)
  })
})
