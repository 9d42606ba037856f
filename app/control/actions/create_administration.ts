import db from '@adonisjs/lucid/services/db'
import { randomUUID } from 'node:crypto'
import { recordAction } from '#platform/audit/record'
import { recordPlatformAction } from '#platform/audit/record_platform'
import { announce } from '#platform/events/announce'
import { enablePlugins } from '#platform/plugins/enable_plugins'
import { seedRoles } from '#platform/access/seed_roles'
import { requirePlacement } from '#platform/database/connections'
import { uuidv7 } from '#platform/database/uuid'
import { unitOfWork, execute } from '#platform/tenancy/database'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'

declare module '#platform/events/announce' {
  interface RoomEvents {
    /** Said inside the new administration: each room sets up what it needs. */
    'administration:created': { code: string; administrator: FirstAdministrator | null }
  }
}

export interface FirstAdministrator {
  email: string
  password: string
}

export type NewAdministration = Omit<Administration, 'id' | 'state' | 'placement'> & {
  placement?: string
  ports: readonly string[]
  /** Country plugins that are enabled from the start. */
  plugins: readonly string[]
  /** Who sets up the rest; the password is told once. */
  administrator?: FirstAdministrator
}

/**
 * Creates an administration, or finds the one with this code: the directory entry, then its
 * roles and settings, then whatever the rooms set up for a new administration.
 * @throws E_PLACEMENT_UNKNOWN before anything is written
 */
export async function createAdministration(input: NewAdministration): Promise<Administration> {
  const { ports, plugins, administrator, ...entry } = input
  requirePlacement(entry.placement ?? 'main')
  await recordPlatformAction({
    action: 'administration.created',
    actor: { kind: 'system', id: 'provisioning' },
    request: randomUUID(),
    subject: { kind: 'administration_code', id: input.code },
    data: { country: entry.country, placement: entry.placement ?? 'main' },
  })
  const control = db.connection('control')
  await control
    .insertQuery()
    .table('control.administrations')
    .insert({ id: uuidv7(), placement: 'main', ...entry })
    .knexQuery.onConflict('code')
    .ignore()
  const administration = (await control
    .from('control.administrations')
    .where('code', input.code)
    .firstOrFail()) as Administration
  const actor = { kind: 'system' as const, id: 'provisioning' }
  await tenancy.run({ administration, actor, correlationId: randomUUID() }, () =>
    unitOfWork(async () => {
      await execute(
        `insert into tenant.settings (tenant_id, ports) values (?, ?) on conflict (tenant_id) do update set ports = excluded.ports`,
        [administration.id, ports.join(' ')]
      )
      await enablePlugins(plugins)
      await seedRoles()
      await recordAction({
        action: 'administration.created',
        subject: { kind: 'administration', id: administration.id },
        data: { ports, plugins },
      })
      await announce('administration:created', { code: administration.code, administrator: administrator ?? null })
    })
  )
  return administration
}
