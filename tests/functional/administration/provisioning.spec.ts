import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import { directory } from '#platform/tenancy/directory'
import { tenancy } from '#platform/tenancy/tenant_context'
import { rows } from '#platform/tenancy/database'

const base = (code: string) => [
  '--name=Test',
  '--country=MV',
  '--timezone=Indian/Maldives',
  '--currency=MVR',
  '--ports=MVMLE',
  `--code=${code}`,
]

test.group('Provisioning from the console', () => {
  test('an administration starts with roles, lists, profiles and its first administrator', async ({ assert }) => {
    const code = `P${randomUUID().slice(0, 6).toUpperCase()}`
    const created = await ace.exec('administration:create', [...base(code), '--email=First@Example.test'])
    assert.equal(created.exitCode, 0)
    const officer = await ace.exec('officers:create', [
      `--administration=${code}`,
      '--email=ana@example.test',
      '--name=Ana',
      '--roles=analyst',
    ])
    assert.equal(officer.exitCode, 0)
    const administration = (await directory.byCode(code))!
    await tenancy.run(
      { administration, actor: { kind: 'system', id: 'test' }, correlationId: randomUUID() },
      async () => {
        const people = await rows<{ email: string; role: string }>(
          `select o.email, r.code as role from tenant.officers o join tenant.officer_roles x on x.officer_id = o.id join tenant.roles r on r.id = x.role_id order by o.email`
        )
        assert.deepEqual(people, [
          { email: 'ana@example.test', role: 'analyst' },
          { email: 'first@example.test', role: 'administrator' },
        ])
        assert.isAbove((await rows(`select 1 from tenant.profiles where state = 'live'`)).length, 0)
        assert.isAbove((await rows(`select 1 from tenant.reference_lists`)).length, 0)
      }
    )
  })

  test('says what is wrong and creates nothing', async ({ assert }) => {
    const code = `P${randomUUID().slice(0, 6).toUpperCase()}`
    const wrong = await ace.exec('administration:create', [
      ...base(code).filter((each) => !each.startsWith('--timezone')),
      '--timezone=Nowhere/Town',
      '--email=a@example.test',
    ])
    assert.equal(wrong.exitCode, 1)
    assert.isNull(await directory.byCode(code))
  })
})
