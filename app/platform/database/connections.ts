import type { PostgreConfig } from '@adonisjs/lucid/types/database'
import { PlacementUnknown } from '#platform/tenancy/errors'
import env from '#start/env'

export type DatabaseRole = 'owner' | 'app' | 'auth' | 'queue' | 'control' | 'sealer'

export interface DatabaseAddress {
  host: string
  port: number
  database: string
}

/** Where administrations with `placement = 'main'`, the directory, operators and sessions live. */
export const mainDatabase = (): DatabaseAddress => ({
  host: env.get('LANDFALL_DB_HOST'),
  port: env.get('LANDFALL_DB_PORT'),
  database: env.get('LANDFALL_DB_NAME'),
})

/** Further databases that hold administrations, by placement name (`LANDFALL_PLACEMENTS`). */
export function placementAddresses(): Record<string, DatabaseAddress> {
  const json = env.get('LANDFALL_PLACEMENTS')
  return json ? (JSON.parse(json) as Record<string, DatabaseAddress>) : {}
}

export function connectionFor(
  role: DatabaseRole,
  password: string,
  pool: { min?: number; max: number },
  address: DatabaseAddress = mainDatabase()
): PostgreConfig {
  const tls = env.get('LANDFALL_DB_SSL')
  return {
    client: 'pg',
    connection: {
      ...address,
      user: `landfall_${role}`,
      password,
      ...(tls ? { ssl: { rejectUnauthorized: tls === 'verify-full' } } : {}),
    },
    pool: { min: pool.min ?? 0, max: pool.max, idleTimeoutMillis: 30_000, acquireTimeoutMillis: 15_000 },
    debug: false,
  }
}

/** @throws E_PLACEMENT_UNKNOWN for a database that this installation does not know */
export function requirePlacement(placement: string): void {
  if (placement === 'main' || Object.hasOwn(placementAddresses(), placement)) return
  throw new PlacementUnknown(
    `There is no placement "${placement}". Name its database in LANDFALL_PLACEMENTS and migrate it.`
  )
}

/** Connection name of a placement for a role; `main` keeps the role's own name. */
export const connectionName = (role: DatabaseRole, placement: string): string =>
  placement === 'main' ? role : `${role}_${placement}`

const TENANT_MIGRATIONS = ['database/migrations/reference', 'database/migrations/tenant']
const ALL_MIGRATIONS = ['database/migrations/control', ...TENANT_MIGRATIONS]

/** Migrations run as the owner. What holds administrations is in every database; the directory, operators and sessions in the main one only. */
export const ownerConnection = (
  password: string,
  address: DatabaseAddress = mainDatabase(),
  paths: readonly string[] = ALL_MIGRATIONS
): PostgreConfig => ({
  ...connectionFor('owner', password, { max: 2 }, address),
  searchPath: ['control'],
  migrations: { paths: [...paths], tableName: 'schema_migrations' },
})

/** Lucid connections of every further placement: `app_<name>`, `queue_<name>`, `auth_<name>`, `sealer_<name>`, and `owner_<name>` where migrations run. */
export function placements(): Record<string, PostgreConfig> {
  const passwords: Partial<Record<DatabaseRole, string | undefined>> = {
    app: env.get('LANDFALL_DB_APP_PASSWORD'),
    auth: env.get('LANDFALL_DB_AUTH_PASSWORD'),
    queue: env.get('LANDFALL_DB_QUEUE_PASSWORD'),
    sealer: env.get('LANDFALL_DB_SEALER_PASSWORD'),
  }
  const connections: Record<string, PostgreConfig> = {}
  const owner = env.get('LANDFALL_DB_OWNER_PASSWORD')
  for (const [placement, address] of Object.entries(placementAddresses())) {
    if (owner) connections[connectionName('owner', placement)] = ownerConnection(owner, address, TENANT_MIGRATIONS)
    for (const [role, password] of Object.entries(passwords)) {
      if (!password) continue
      connections[connectionName(role as DatabaseRole, placement)] = connectionFor(
        role as DatabaseRole,
        password,
        { max: 4 },
        address
      )
    }
  }
  return connections
}
