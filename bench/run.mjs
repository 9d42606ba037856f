/**
 * `npm run bench:<name> [-- --quick --seed=N …]`: runs `bench/<name>/main.ts` on a database cluster of its
 * own, with the settings of a production one, and removes it afterwards. What asks over HTTP finds web and
 * worker of the production build beside it, as `npm start` runs them.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively, generate, productionBuild } from '../bin/lib/builds.mjs'
import { environmentFor } from '../bin/lib/environment.mjs'
import { Failure } from '../bin/lib/failure.mjs'
import { FRUGAL } from '../bin/lib/frugal.mjs'
import { makeDir, root } from '../bin/lib/paths.mjs'
import { freePort } from '../bin/lib/ports.mjs'
import { stopCluster } from '../bin/lib/postgres/cluster.mjs'
import { placeCluster } from '../bin/lib/postgres/placement.mjs'
import { migrate } from '../bin/lib/prepare.mjs'
import { say, step } from '../bin/lib/progress.mjs'
import { startServices } from '../bin/lib/services.mjs'
import { beforeEnd, end, endOnSignals, endWith } from '../bin/lib/shutdown.mjs'
import { supervise } from '../bin/lib/supervise.mjs'

/** Those that measure what an officer's browser asks. */
const SERVED = new Set(['desk'])

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

/** Web and worker of the production build; resolves when web answers. */
async function serve(home, environmentOf, storage) {
  const launch = (name, file, args, nodeArgs) => {
    const options = {
      name,
      file: join(home, file),
      args,
      nodeArgs,
      env: environmentOf(name),
      cwd: home,
      storage,
      tell: say,
    }
    const child = supervise(options)
    beforeEnd(child.stop)
    return child
  }
  launch('worker', 'ace.js', ['worker'], FRUGAL)
  const web = launch('web', 'bin/server.js', [])
  await step('web', async () => {
    const { ok } = await web.ready
    if (!ok) throw new Failure(`web does not start:\n${web.lastLines()}`)
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
  const port = await freePort(3333, '127.0.0.1')
  const http = { host: '127.0.0.1', port, url: `http://localhost:${port}` }
  const installation = SERVED.has(name) ? 'empty' : 'test'
  const environmentOf = (component) => {
    const system = { mode: 'production', installation, storage, http, ...services }
    const environment = { ...environmentFor(component, system), LOG_LEVEL: 'error' }
    delete environment.REDIS_URL
    return environment
  }
  const environment = environmentOf('console')
  await step('generated index', (note) => exclusively(note, () => generate(environment)))
  await migrate(root, environment)
  if (SERVED.has(name)) {
    const home = await step('build', (note) => productionBuild(environment, { note }))
    await serve(home, environmentOf, storage)
  }
  void end(await run(name, args, environment))
}

main().catch(endWith)
