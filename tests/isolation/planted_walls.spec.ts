import { test } from '@japa/runner'
import { tenantTable } from '#database/rls'
import { connectedAs } from '#tests/support/database_roles'
import { holesIn } from './catalogue/checks.js'
import { count } from './tally.js'

const TABLE = tenantTable({
  name: 'planted',
  columns: 'id uuid not null, code text, call_id uuid, primary key (tenant_id, id)',
})

/** A fault as somebody could make it, and the hole that the catalogue check must name. */
const FAULTS: Record<string, { sql: readonly string[]; named: RegExp }> = {
  'a table made by hand, without policy': {
    sql: [
      'create table tenant.planted (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))',
      'grant select on tenant.planted to landfall_app',
    ],
    named: /^planted: lacks exactly one policy/,
  },
  'force dropped': {
    sql: ['alter table tenant.officers no force row level security'],
    named: /^officers: lacks forced/,
  },
  'security disabled on a partition': {
    sql: ['alter table tenant.consignments_default disable row level security'],
    named: /^consignments_default: lacks forced/,
  },
  'a policy that lets everything through': {
    sql: [...TABLE, 'alter policy tenant_isolation on tenant.planted using (true)'],
    named: /^planted: lacks exactly one policy/,
  },
  'a second policy beside the first': {
    sql: ['create policy kind on tenant.officers using (true)'],
    named: /^officers: lacks exactly one policy/,
  },
  'no check on writing': {
    sql: [
      'drop policy tenant_isolation on tenant.officers',
      'create policy tenant_isolation on tenant.officers using (tenant_id = (select tenant.current_tenant()))',
    ],
    named: /^officers: lacks exactly one policy/,
  },
  'a foreign key without the tenant': {
    sql: [
      'alter table tenant.calls add constraint planted_call unique (id)',
      ...TABLE,
      'alter table tenant.planted add constraint planted_parent foreign key (call_id) references tenant.calls (id)',
    ],
    named: /^planted\.planted_parent: lacks the tenant in a foreign key/,
  },
  'a unique index without the tenant': {
    sql: [...TABLE, 'create unique index planted_code on tenant.planted (code)'],
    named: /^planted\.planted_code: lacks a tenant in front/,
  },
  'a primary key without the tenant': {
    sql: ['create table tenant.planted (tenant_id uuid, id uuid primary key)'],
    named: /^planted: lacks a primary key/,
  },
  'a grant on a partition': {
    sql: ['grant select on tenant.consignments_default to landfall_app'],
    named: /^consignments_default \(landfall_app\): lacks a partition/,
  },
  'a grant to the control plane': {
    sql: ['grant select on tenant.officers to landfall_control'],
    named: /^officers SELECT \(landfall_control\)/,
  },
  'a grant to everybody': { sql: ['grant select on tenant.officers to public'], named: /^officers SELECT \(public\)/ },
  truncate: { sql: ['grant truncate on tenant.officers to landfall_app'], named: /^officers TRUNCATE/ },
  'a column for another role': {
    sql: ['grant select (name) on tenant.officers to landfall_auth'],
    named: /^officers\.name \(landfall_auth\)/,
  },
  'a view with the rights of its owner': {
    sql: [
      'create view tenant.planted as select * from tenant.officers',
      'grant select on tenant.planted to landfall_app',
    ],
    named: /^tenant\.planted: lacks views that run/,
  },
  'a materialised view': {
    sql: ['create materialized view tenant.planted as select * from tenant.officers'],
    named: /^tenant\.planted: lacks an absence/,
  },
  'a definer function that anybody may call': {
    sql: [
      `create function tenant.planted() returns bigint language sql security definer as 'select count(*) from tenant.officers'`,
      'grant execute on function tenant.planted() to public',
    ],
    named: /^tenant\.planted: lacks a definer function with a pinned/,
  },
  'a shared table open to the app role': {
    sql: [
      'create table control.planted (administration_id uuid, note text)',
      'grant select on control.planted to landfall_app',
    ],
    named: /^control\.planted: lacks a wall/,
  },
  'reference data that the app may write': {
    sql: ['grant update on reference.places to landfall_app'],
    named: /^places UPDATE: lacks a reference table/,
  },
  'the key room opened': { sql: ['grant usage on schema sec to landfall_app'], named: /^sec USAGE \(landfall_app\)/ },
  'a role that may make tables': {
    sql: ['grant create on schema tenant to landfall_app'],
    named: /^tenant \(landfall_app\): lacks schemas/,
  },
  'a default that grants what comes': {
    sql: ['alter default privileges in schema tenant grant select on tables to landfall_app'],
    named: /SELECT in tenant \(landfall_app\): lacks default/,
  },
}

test.group('Isolation | planted holes in the walls', () => {
  for (const [what, { sql, named }] of Object.entries(FAULTS)) {
    test(`${what} is named`, async ({ assert }) => {
      const holes = await connectedAs('owner', async (client) => {
        await client.query('begin')
        try {
          for (const statement of sql) await client.query(statement)
          return await holesIn(client)
        } finally {
          await client.query('rollback')
        }
      })
      assert.isTrue(
        holes.some((hole) => named.test(hole)),
        `named: ${holes.join('; ') || 'nothing'}`
      )
      count('planted holes caught', 1)
    })
  }

  test('what the helper makes has none', async ({ assert }) => {
    const holes = await connectedAs('owner', async (client) => {
      await client.query('begin')
      for (const statement of TABLE) await client.query(statement)
      const found = await holesIn(client)
      await client.query('rollback')
      return found
    })
    assert.deepEqual(holes, [])
  })
})
