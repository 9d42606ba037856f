import { readFileSync, globSync } from 'node:fs'
import { test } from '@japa/runner'
import { KEY_CLASSES } from '#platform/crypto/key_classes'
import { faultsOf, retentionRegistry } from '#platform/retention/registry'
import type { RetentionClass, RetentionStep } from '#platform/retention/retention_class'
import '#app/retention'

const step: RetentionStep = {
  due: async () => [],
  count: async () => ({ due: 0, held: 0 }),
  apply: async () => {},
}
const whole: RetentionClass = {
  code: 'whole',
  tables: ['whole'],
  defaults: { maskAfterDays: 10, deleteAfterDays: 20 },
  mask: step,
  remove: step,
}

/** Kept for as long as the administration is: what it set up itself, and small marks that name nobody. */
const STANDING = new Set(
  `officers roles role_permissions officer_roles api_tokens plugin_installations settings senders calls call_keys call_events
   profiles profile_revisions watch_lists watch_list_entries reference_lists reference_list_editions alert_designations units
   unit_officers sites site_officers keys key_wraps retention_policies legal_holds retention_runs retention_run_steps`.split(
    /\s+/
  )
)
/** Migrations of rooms that were built beside this one; their tables are counted and owed a class. */
const OWED = /tenant\/(?:0009|0010|0012|0013|0014|0015|0016|0017|0018|0019|002\d|003\d)/

test.group('Retention classes', () => {
  test('each says when it masks, or why it does not, and when it ends', ({ assert }) => {
    const all = retentionRegistry.all()
    assert.isAbove(all.length, 7)
    assert.deepEqual(all.flatMap(faultsOf), [])
    assert.lengthOf(new Set(all.map(({ code }) => code)), all.length)
    console.log(`retention: ${all.length} classes, ${all.flatMap(({ tables }) => tables).length} tables looked at`)
  })

  test('a class without a mask, without a time for it, that masks too late or never ends is caught')
    .with([
      [{ mask: { notNeeded: '' } }, /no mask step and no reason/],
      [{ mask: { notNeeded: 'nothing in it names anybody' } }, /has a time without a mask/],
      [{ defaults: { maskAfterDays: null, deleteAfterDays: 20 } }, /masks without a time/],
      [{ defaults: { maskAfterDays: 30, deleteAfterDays: 20 } }, /masks after it deletes/],
      [{ remove: null }, /is never deleted/],
    ] as [Partial<RetentionClass>, RegExp][])
    .run(({ assert }, [change, said]) => {
      assert.deepEqual(faultsOf(whole), [])
      assert.match(faultsOf({ ...whole, ...change }).join('; '), said)
    })

  test('every month key ends with a class that exists', ({ assert }) => {
    for (const [name, { shreddedBy, period }] of Object.entries(KEY_CLASSES)) {
      if (period === 'month') assert.equal(retentionRegistry.get(shreddedBy ?? '')?.keys, name, name)
    }
  })

  test('every tenant table of a migration belongs to a class, or is kept for a reason', ({ assert }) => {
    const files = globSync('database/migrations/tenant/*.ts')
    const tablesOf = (file: string) =>
      [...readFileSync(file, 'utf8').matchAll(/name: '([a-z_]+)',\n/g)].map(([, name]) => name!)
    const tables = files.filter((file) => !OWED.test(file)).flatMap(tablesOf)
    assert.includeMembers(tables, ['received_messages', 'consignments', 'assessments'])
    const known = new Set(retentionRegistry.all().flatMap((each) => each.tables))
    const homeless = tables.filter((name) => !known.has(name) && !STANDING.has(name))
    assert.deepEqual(homeless, [], 'write a retention class for it (docs/guides/a_retention_class.md)')
    const owed = files.filter((file) => OWED.test(file)).flatMap(tablesOf)
    console.log(`retention: owed a class: ${owed.filter((name) => !known.has(name)).join(' ') || 'none'}`)
  })
})
