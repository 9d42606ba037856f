import { defineConfig } from '@adonisjs/lucid'
import { connectionFor, ownerConnection, placements } from '#platform/database/connections'
import env from '#start/env'

/** One connection a database role; see `connections.ts` for the placements of administrations. */
const owner = env.get('LANDFALL_DB_OWNER_PASSWORD')

export default defineConfig({
  connection: 'app',
  connections: {
    app: connectionFor('app', env.get('LANDFALL_DB_APP_PASSWORD'), { max: 12 }),
    control: connectionFor('control', env.get('LANDFALL_DB_CONTROL_PASSWORD'), { max: 4 }),
    queue: connectionFor('queue', env.get('LANDFALL_DB_QUEUE_PASSWORD'), { max: 2 }),
    ...(env.get('LANDFALL_DB_AUTH_PASSWORD')
      ? { auth: connectionFor('auth', env.get('LANDFALL_DB_AUTH_PASSWORD')!, { max: 6 }) }
      : {}),
    ...(env.get('LANDFALL_DB_SEALER_PASSWORD')
      ? { sealer: connectionFor('sealer', env.get('LANDFALL_DB_SEALER_PASSWORD')!, { max: 2 }) }
      : {}),
    ...(owner ? { owner: ownerConnection(owner) } : {}),
    ...placements(),
  },
})
