import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { given } from './environment.mjs'
import { stopCluster } from './postgres/cluster.mjs'
import { keepAlive } from './postgres/keep_alive.mjs'
import { initialise } from './postgres/initialise.mjs'
import { placeCluster } from './postgres/placement.mjs'
import { DATABASE, prepareExternal, startEmbedded } from './provision.mjs'
import { loadSecrets } from './secrets.mjs'
import { makeDir } from './paths.mjs'

const PRIVATE_DIRECTORIES = ['blobs', 'mail', 'tmp']

/**
 * Secrets and database of the installation in `storage`, both ready to use.
 * @param {(name: string, work: (note: (text: string) => void) => any) => Promise<any>} step
 * @returns {Promise<{ secrets: object, database: object, clusterDir: string|null, startedHere: boolean,
 *   keepAlive: (tell: (text: string) => void) => () => Promise<void>, stop: () => Promise<void> }>}
 *   `keepAlive` starts a killed server again until the function it returns is called
 */
export async function startServices(storage, { step, disposable = false }) {
  makeDir(storage)
  for (const name of PRIVATE_DIRECTORIES) makeDir(join(storage, name), 0o700)
  const url = given('DATABASE_URL')
  return url ? external(storage, url, step) : embedded(storage, step, disposable)
}

const hasCluster = (place) => existsSync(join(place.data, 'PG_VERSION'))

/** Secrets alone, for commands that need no database. */
export const secretsOf = (storage) =>
  loadSecrets(makeDir(storage), { databaseExists: !given('DATABASE_URL') && hasCluster(placeCluster(storage)) })

async function external(storage, url, step) {
  const secrets = loadSecrets(storage, { databaseExists: false })
  const database = await step('database of DATABASE_URL', () => prepareExternal(url, secrets.passwords))
  return {
    secrets,
    database,
    clusterDir: null,
    startedHere: false,
    keepAlive: () => async () => {},
    stop: async () => {},
  }
}

async function embedded(storage, step, disposable) {
  const place = placeCluster(storage)
  const secrets = loadSecrets(storage, { databaseExists: hasCluster(place) })
  const server = await step('database', async (note) => {
    const fresh = await initialise(place, { disposable })
    const started = await startEmbedded(place, secrets.passwords, { disposable })
    note(
      [fresh ? 'created' : started.adopted ? 'adopted the running one' : '', place.remark].filter(Boolean).join(', ')
    )
    return started
  })
  return {
    secrets,
    database: { host: server.host, port: server.port, database: DATABASE, ssl: null },
    clusterDir: place.data,
    startedHere: !server.adopted,
    keepAlive: (tell) => keepAlive(place, { disposable, tell }),
    stop: () => stopCluster(place),
  }
}
