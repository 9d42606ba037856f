/**
 * `node bin/dev-db.mjs` starts the embedded database with its roles and writes `storage/dev.env`,
 * for work on one command at a time; `node bin/dev-db.mjs stop` stops it.
 */
import { join } from 'node:path'
import { environmentFor } from './lib/environment.mjs'
import { fail } from './lib/failure.mjs'
import { writePrivate } from './lib/files.mjs'
import { storageDir } from './lib/paths.mjs'
import { stopCluster } from './lib/postgres/cluster.mjs'
import { placeCluster } from './lib/postgres/placement.mjs'
import { say, step } from './lib/progress.mjs'
import { startServices } from './lib/services.mjs'

async function main() {
  if (process.argv[2] === 'stop') return stopCluster(placeCluster(storageDir))
  const services = await startServices(storageDir, { step })
  const http = { host: '127.0.0.1', port: 3333, url: 'http://localhost:3333' }
  const environment = environmentFor('console', {
    mode: 'development',
    installation: 'development',
    storage: storageDir,
    http,
    ...services,
  })
  const { PATH, HOME, TERM, ...own } = environment
  const lines = Object.entries(own).map(
    ([name, value]) => `export ${name}='${value.replaceAll("'", String.raw`'\''`)}'\n`
  )
  const file = join(storageDir, 'dev.env')
  writePrivate(file, lines.join(''))
  say(`  environment in ${file}`)
}

main().catch(fail)
