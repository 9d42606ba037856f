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

/**
 * Kept for as long as the administration is: what it set up itself, small marks that name nobody, factors
 * that go with their officer, and the audit, whose chain would prove nothing with a month missing.
 */
const STANDING = new Set(
  `officers roles role_permissions officer_roles api_tokens plugin_installations settings senders calls call_keys call_events
   profiles profile_revisions engine_versions watch_lists watch_list_entries reference_lists reference_list_editions alert_designations units
   unit_officers sites site_officers keys key_wraps retention_policies legal_holds retention_runs retention_run_steps
   officer_totp officer_passkeys inspection_numbers case_numbers question_numbers question_terms site_shifts site_shift_exceptions inspector_duties draw_reveals baseline_rates baseline_tickets reason_outcomes
   notification_rules notification_schedules audit_entries audit_seals audit_verifications traveller_settings workflow_revisions officer_absences desk_views connected_systems agencies agency_officers`.split(
    /\s+/
  )
)

test.group('Retention classes', () => {
  test('each says when it masks, or why it does not, and when it ends', ({ assert }) => {
    const all = retentionRegistry.all()
    assert.isAbove(all.length, 7)
    assert.deepEqual(all.flatMap(faultsOf), [])
    assert.lengthOf(new Set(all.map(({ code }) => code)), all.length)
    console.log(`retention: ${all.length} classes, ${all.flatMap(({ tables }) => tables).length} tables looked at`)
  })

  test('a class without a mask, without a time for it, or that masks too late is caught')
    .with([
      [{ mask: { notNeeded: '' } }, /no mask step and no reason/],
      [{ mask: { notNeeded: 'nothing in it names anybody' } }, /has a time without a mask/],
      [{ defaults: { maskAfterDays: null, deleteAfterDays: 20 } }, /masks without a time/],
      [{ defaults: { maskAfterDays: 30, deleteAfterDays: 20 } }, /masks after it deletes/],
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
    const tables = files.flatMap(tablesOf)
    assert.includeMembers(tables, ['received_messages', 'consignments', 'assessments', 'outcomes', 'officer_letters'])
    const known = new Set(retentionRegistry.all().flatMap((each) => each.tables))
    const homeless = tables.filter((name) => !known.has(name) && !STANDING.has(name))
    assert.deepEqual(homeless, [], 'write a retention class for it (docs/guides/a_retention_class.md)')
    const gone = [...STANDING, ...known].filter((name) => !tables.includes(name))
    assert.deepEqual(gone, [], 'no migration makes it')
    assert.deepEqual(
      [...STANDING].filter((name) => known.has(name)),
      [],
      'either it ends or it stands'
    )
  })
})
