import { test } from '@japa/runner'
import { execute, firstRow } from '#platform/tenancy/database'
import { makePlace, PASSWORD } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'

const NEW = ' seven quiet  herons wait '

test.group('Identity | own account', () => {
  test('a stranger is sent to the sign-in', async ({ assert }) => {
    const place = await makePlace()
    assert.equal((await new Visitor().page(`${place.path}/account`)).location, `${place.path}/sign-in`)
  })

  test('a new password is kept to the byte and ends the other sessions (T02)', async ({ assert }) => {
    const place = await makePlace()
    const [own, other] = [await place.signIn('analyst'), await place.signIn('analyst')]
    const path = `${place.path}/account/password`
    for (const [input, field] of [
      [{ current: 'wrong', password: NEW }, 'current'],
      [{ current: PASSWORD, password: 'too short' }, 'password'],
    ] as const) {
      await own.put(path, input)
      assert.isString((await own.page(`${place.path}/account`)).json.props.errors[field])
    }
    assert.equal((await own.put(path, { current: PASSWORD, password: NEW })).status, 303)
    assert.equal((await own.page(`${place.path}/account`)).status, 200)
    assert.equal((await other.page(`${place.path}/account`)).location, `${place.path}/sign-in?notice=ended`)
    const opens = async (password: string) => {
      const visitor = new Visitor()
      await visitor.get(`${place.path}/sign-in`)
      const answer = await visitor.post(`${place.path}/sign-in`, { email: 'analyst@example.test', password })
      return !answer.location!.endsWith('/sign-in')
    }
    assert.isTrue(await opens(NEW))
    assert.isFalse(await opens(NEW.trim()))
  })

  test('shows and ends own sessions, never those of a colleague', async ({ assert }) => {
    const place = await makePlace()
    const [own, other] = [await place.signIn('analyst'), await place.signIn('analyst')]
    const colleague = await place.signIn('auditor')
    const idOf = async (visitor: Visitor) =>
      (await visitor.page(`${place.path}/account`)).json.props.sessions.find(
        (each: { current: boolean }) => each.current
      ).id as string
    assert.equal((await own.delete(`${place.path}/account/sessions/${await idOf(colleague)}`)).status, 404)
    assert.equal((await colleague.page(`${place.path}/account`)).status, 200)
    assert.equal((await own.delete(`${place.path}/account/sessions/${await idOf(other)}`)).status, 303)
    assert.equal((await other.page(`${place.path}/account`)).status, 302)
  })

  test('a name is changed for all to see, and an empty one refused', async ({ assert }) => {
    const place = await makePlace()
    const visitor = await place.signIn('analyst')
    assert.equal((await visitor.put(`${place.path}/account/name`, { name: ' ' })).status, 422)
    await visitor.put(`${place.path}/account/name`, { name: 'Ana Example' })
    const page = await visitor.page(`${place.path}/account`)
    assert.equal(page.json.props.user.name, 'Ana Example')
  })

  test('a passkey of a colleague is not there', async ({ assert }) => {
    const place = await makePlace()
    const id = '0199a000-0000-7000-8000-000000000001'
    await place.run(() =>
      execute(
        `insert into tenant.officer_passkeys (tenant_id, id, officer_id, credential_id, public_key, counter, name)
         values (?, ?, ?, 'c', 'k', 0, 'Key')`,
        [place.administration.id, id, place.officers.auditor!.id]
      )
    )
    const visitor = await place.signIn('analyst')
    assert.equal((await visitor.delete(`${place.path}/account/passkeys/${id}`)).status, 404)
    assert.isNotNull(await place.run(() => firstRow(`select id from tenant.officer_passkeys where id = ?`, [id])))
  })
})
