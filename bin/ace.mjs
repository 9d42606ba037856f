/**
 * `./ace <command>`: runs the console with the environment of this installation. A database that is
 * not running is started for the time of the command.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { exclusively, generate, isGeneratedPresent } from './lib/builds.mjs'
import { lockFile } from './lib/claim.mjs'
import { environmentFor, given } from './lib/environment.mjs'
import { readJson } from './lib/files.mjs'
import { fail } from './lib/failure.mjs'
import { holderOf } from './lib/lock.mjs'
import { root, storageDir as storage } from './lib/paths.mjs'
import { secretsOf, startServices } from './lib/services.mjs'

/** Commands that look at files only and run before there is a database. */
const WITHOUT_DATABASE = [
  undefined,
  'list',
  'help',
  'codegen',
  'build',
  'inspect:rcfile',
  'list:routes',
  'intake:inspect',
  'keys:document',
  'plugin:check',
  'make:plugin',
  'plugin:expect',
]
const NOWHERE = { host: join(storage, 'pg/run'), port: 5432, database: 'landfall', ssl: null }

const quietly = (_name, work) => work(() => {})

const servicesFor = (command) =>
  WITHOUT_DATABASE.includes(command)
    ? { secrets: secretsOf(storage), database: NOWHERE }
    : startServices(storage, { step: quietly })

function consoleRun(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'ace.js'), ...args], { env, stdio: 'inherit' })
    // Ctrl-C reaches the command as well; it decides when to end.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

async function main() {
  const args = process.argv.slice(2)
  const services = await servicesFor(args[0])
  const running = holderOf(lockFile(storage))
  const url = given('APP_URL') ?? running?.url ?? 'http://localhost:3333'
  const kind = readJson(join(storage, 'installation.json'))?.kind
  const environment = environmentFor('console', {
    mode: kind ? 'production' : 'development',
    installation: kind ?? 'development',
    storage,
    http: { host: '127.0.0.1', port: Number(new URL(url).port) || 3333, url },
    ...services,
  })
  if (!isGeneratedPresent())
    await exclusively(
      () => {},
      () => generate(environment)
    )
  process.exitCode = await consoleRun(args, environment)
  if (services.startedHere && !holderOf(lockFile(storage))) await services.stop()
}

main().catch(fail)
