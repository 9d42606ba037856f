import fc from 'fast-check'
import { test } from '@japa/runner'
import type { AccessChange } from '#app/administration/access/change'
import { judge, whyNotConfirm } from '#app/administration/access/judge'
import { holdings, personOf, withChange, type AccessSnapshot } from '#app/administration/access/snapshot'
import { conflictsIn } from '#platform/access/conflicts'
import { NEEDS_SECOND_PERSON } from '#platform/access/permission_catalogue'
import { PERMISSIONS, type Permission } from '#platform/access/permissions'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'

const ROLES = ROLE_TEMPLATES.map(({ code }) => code)
/** Six accounts of five people: `f` is a second account of `a`. */
const OFFICERS = ['a', 'b', 'c', 'd', 'e', 'f']

const start: AccessSnapshot = {
  officers: OFFICERS.map((id) => ({
    id,
    person: id === 'f' ? 'a' : id,
    name: id,
    roles: id === 'a' || id === 'b' ? ['administrator'] : [],
  })),
  roles: new Map(ROLE_TEMPLATES.map(({ code, permissions }) => [code, permissions])),
  waived: new Set(),
}

interface Act {
  by: string
  /** Who is asked where somebody has to be; anybody may be. */
  second: string
  what:
    | { is: 'roles'; officer: string; roles: string[] }
    | { is: 'permissions'; role: string; permissions: Permission[] }
    | { is: 'waiver'; conflict: string }
}

const who = fc.constantFrom(...OFFICERS)
const act: fc.Arbitrary<Act> = fc.record({
  by: who,
  second: who,
  what: fc.oneof(
    fc.record({
      is: fc.constant('roles' as const),
      officer: who,
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }),
    }),
    fc.record({
      is: fc.constant('permissions' as const),
      role: fc.constantFrom(...ROLES),
      permissions: fc.uniqueArray(fc.constantFrom(...PERMISSIONS), { maxLength: 6 }),
    }),
    fc.record({
      is: fc.constant('waiver' as const),
      conflict: fc.constantFrom('administrator_approver', 'auditor_acts', 'author_approver'),
    })
  ),
})

function changeOf(snapshot: AccessSnapshot, { what }: Act): AccessChange {
  if (what.is === 'waiver') return { kind: 'conflict_waiver', conflict: what.conflict, reason: 'a small office' }
  if (what.is === 'permissions')
    return {
      kind: 'role_permissions',
      role: what.role,
      before: snapshot.roles.get(what.role)!,
      after: what.permissions,
    }
  const before = snapshot.officers.find(({ id }) => id === what.officer)!.roles
  return { kind: 'officer_roles', officer: what.officer, before, after: what.roles }
}

/** What stands after an act, and whether two people made it. */
function after(snapshot: AccessSnapshot, doing: Act): { snapshot: AccessSnapshot; people: Set<string> } {
  const change = changeOf(snapshot, doing)
  const verdict = judge(snapshot, change, doing.by)
  const by = personOf(snapshot, doing.by)
  if (verdict.is === 'allowed') return { snapshot: withChange(snapshot, change), people: new Set([by]) }
  if (verdict.is !== 'held' || whyNotConfirm(snapshot, change, doing.by, doing.second))
    return { snapshot, people: new Set() }
  return { snapshot: withChange(snapshot, change), people: new Set([by, personOf(snapshot, doing.second)]) }
}

const gains = (before: AccessSnapshot, now: AccessSnapshot) => {
  const known = holdings(before)
  return [...holdings(now)].flatMap(([person, held]) =>
    [...held].filter((each) => !known.get(person)?.has(each)).map((permission) => ({ person, permission }))
  )
}

test.group('Changes of access, any sequence', () => {
  test('nobody comes to hold a forbidden pair but by a waiver, and rights that give rights take two people', ({
    assert,
  }) => {
    let waivers = 0
    let accepted = 0
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
        let now = start
        for (const doing of acts) {
          const { snapshot, people } = after(now, doing)
          if (snapshot !== now) accepted++
          for (const { person, permission } of gains(now, snapshot)) {
            if (NEEDS_SECOND_PERSON.has(permission)) assert.lengthOf([...people], 2, permission)
            assert.isTrue(
              [...people].some((each) => each !== person),
              `${person} gave himself ${permission}`
            )
          }
          now = snapshot
          for (const [person, held] of holdings(now))
            for (const { code } of conflictsIn(held)) assert.isTrue(now.waived.has(code), `${person} holds ${code}`)
        }
        waivers += now.waived.size
        assert.isFalse(now.waived.has('author_approver'), 'what holds for one revision is never waived')
      }),
      { numRuns: 400 }
    )
    assert.isAbove(accepted, 500, 'the sequences change something')
    assert.isAbove(waivers, 10, 'and some waive a rule')
  })

  test('the rules bite: without them sequences do make forbidden pairs', ({ assert }) => {
    const broken = fc
      .sample(fc.array(act, { minLength: 10, maxLength: 25 }), { numRuns: 100, seed: 7 })
      .filter((acts) => {
        let now = start
        for (const doing of acts.filter(({ what }) => what.is !== 'waiver')) now = withChange(now, changeOf(now, doing))
        return [...holdings(now).values()].some((held) => conflictsIn(held).length > 0)
      })
    assert.isAbove(broken.length, 10)
  })
})

test.group('Changes of access', () => {
  const roles = (officer: string, after: string[], before: string[] = []): AccessChange => ({
    kind: 'officer_roles',
    officer,
    before,
    after,
  })

  test('an ordinary role is given at once, one that gives rights waits', ({ assert }) => {
    assert.equal(judge(start, roles('c', ['analyst']), 'a').is, 'allowed')
    assert.equal(judge(start, roles('c', ['administrator']), 'a').is, 'held')
    assert.equal(judge(start, roles('c', ['profile_approver']), 'a').is, 'held')
  })

  test('nobody changes his own roles, by whatever account', ({ assert }) => {
    const own = { is: 'refused', because: 'own_grant' } as const
    assert.deepEqual(judge(start, roles('a', ['analyst'], ['administrator']), 'a'), own)
    assert.deepEqual(judge(start, roles('f', ['analyst']), 'a'), own)
  })

  test('a role that the actor holds changes with a second person only', ({ assert }) => {
    const before = start.roles.get('administrator')!
    const change: AccessChange = {
      kind: 'role_permissions',
      role: 'administrator',
      before,
      after: [...before, 'audit.read'],
    }
    assert.equal(judge(start, change, 'a').is, 'held')
    assert.equal(whyNotConfirm(start, change, 'a', 'a'), 'own_request')
    assert.equal(whyNotConfirm(start, change, 'a', 'f'), 'own_request', 'the second account is no second person')
    assert.isNull(whyNotConfirm(start, change, 'a', 'b'))
  })

  test('nobody confirms what he is given', ({ assert }) => {
    const change = roles('c', ['administrator'])
    assert.equal(whyNotConfirm(start, change, 'a', 'c'), 'own_grant')
    assert.isNull(whyNotConfirm(start, change, 'a', 'b'))
  })

  test('two accounts of one person count together', ({ assert }) => {
    const verdict = judge(start, roles('f', ['profile_approver']), 'b')
    assert.equal(verdict.is, 'conflict')
    if (verdict.is === 'conflict')
      assert.deepEqual([verdict.conflict.code, verdict.person], ['administrator_approver', 'a'])
  })

  test('what stands otherwise than it was seen outdates a change', ({ assert }) => {
    const outdated = { is: 'refused', because: 'outdated' } as const
    assert.deepEqual(judge(start, roles('c', ['analyst'], ['supervisor']), 'a'), outdated)
    assert.deepEqual(judge(start, roles('c', ['no such role']), 'a'), outdated)
    assert.deepEqual(judge(start, roles('nobody', ['analyst']), 'a'), outdated)
  })
})
