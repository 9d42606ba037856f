/**
 * `npm run bench:<name> [-- --quick --seed=N …]`: runs `bench/<name>/main.ts` on a database cluster of its
 * own, with the settings of a production one, and removes it afterwards.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively, generate } from '../bin/lib/builds.mjs'
import { environmentFor } from '../bin/lib/environment.mjs'
import { makeDir, root } from '../bin/lib/paths.mjs'
import { stopCluster } from '../bin/lib/postgres/cluster.mjs'
import { placeCluster } from '../bin/lib/postgres/placement.mjs'
import { migrate } from '../bin/lib/prepare.mjs'
import { step } from '../bin/lib/progress.mjs'
import { startServices } from '../bin/lib/services.mjs'
import { beforeEnd, end, endOnSignals, endWith } from '../bin/lib/shutdown.mjs'

function run(name, args, env) {
  const main = join(root, 'bench', name, 'main.ts')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', '@poppinss/ts-exec', main, ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    beforeEnd(async () => void child.kill('SIGKILL'))
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

async function main() {
  const [name, ...args] = process.argv.slice(2)
  endOnSignals('cleaning up …', 130)
  const storage = makeDir(join(root, 'storage', `bench-${process.pid}`))
  const place = placeCluster(storage)
  beforeEnd(async () => {
    await stopCluster(place)
    for (const path of [place.home, place.sockets, storage]) rmSync(path, { recursive: true, force: true })
  })
  const services = await startServices(storage, { step })
  const http = { host: '127.0.0.1', port: 3333, url: 'http://localhost:3333' }
  const environment = {
    ...environmentFor('console', { mode: 'production', installation: 'test', storage, http, ...services }),
    LOG_LEVEL: 'error',
  }
  delete environment.REDIS_URL
  await step('generated index', (note) => exclusively(note, () => generate(environment)))
  await migrate(root, environment)
  void end(await run(name, args, environment))
}

main().catch(endWith)
