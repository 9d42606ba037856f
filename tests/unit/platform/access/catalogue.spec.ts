import { test } from '@japa/runner'
import { conflictsIn, CONFLICTS } from '#platform/access/conflicts'
import { acts, PERMISSION_GROUPS } from '#platform/access/permission_catalogue'
import { PERMISSIONS, type Permission } from '#platform/access/permissions'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { PERMISSIONS_MATRIX as MATRIX } from '#tests/support/permissions_matrix'

test.group('Permission catalogue', () => {
  test('every permission stands in one group', ({ assert }) => {
    const grouped = PERMISSION_GROUPS.flatMap(({ permissions }) => permissions)
    assert.lengthOf(new Set(grouped), grouped.length)
    assert.sameMembers([...grouped], [...PERMISSIONS])
  })

  test('the templates hold what the table of roles says, and nothing else', ({ assert }) => {
    const said = (code: string) => PERMISSIONS.filter((permission) => MATRIX[permission].includes(code))
    for (const { code, permissions } of ROLE_TEMPLATES) assert.sameMembers([...permissions], said(code), code)
    const codes = new Set(ROLE_TEMPLATES.map(({ code }) => code))
    const unknown = Object.values(MATRIX).flatMap((roles) => roles.filter((role) => !codes.has(role)))
    assert.deepEqual(unknown, [])
  })

  test('no template stands in a conflict of duty by itself', ({ assert }) => {
    for (const { code, permissions } of ROLE_TEMPLATES)
      assert.deepEqual(
        conflictsIn(new Set(permissions)).map((conflict) => conflict.code),
        [],
        code
      )
  })

  test('an auditor may read and do nothing else; an administrator does not publish', ({ assert }) => {
    const auditor = ROLE_TEMPLATES.find(({ code }) => code === 'auditor')!.permissions
    assert.isFalse(auditor.some(acts))
    const found = (...held: Permission[]) => conflictsIn(new Set(held)).map(({ code }) => code)
    assert.deepEqual(found('audit.export', 'alerts.triage'), ['auditor_acts'])
    assert.deepEqual(found('audit.read', 'alerts.triage'), [])
    assert.deepEqual(found('roles.manage', 'profiles.publish'), ['administrator_approver'])
    assert.deepEqual(found('profiles.author', 'profiles.publish'), [], 'both may be held; one revision has two people')
    assert.isAbove(CONFLICTS.length, 3)
  })
})
