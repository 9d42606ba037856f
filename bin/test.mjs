/**
 * `npm test`: every suite against a PostgreSQL, a Redis and a browser of its own, beside whatever
 * else runs on the machine, two suites at a time. The last line is `N passed, N failed`.
 *
 *   npm test -- --suite=unit --suite=browser --files=<pattern>
 *   npm run test:long     full counts, and the long suite
 *   npm run shots         the browser suite, writing contact sheets to storage/shots
 */
import { join } from 'node:path'
import { readArguments } from './lib/arguments.mjs'
import { productionBuild, testAssets } from './lib/builds.mjs'
import { writeContactSheets } from './lib/contact_sheets.mjs'
import { environmentFor } from './lib/environment.mjs'
import { Failure } from './lib/failure.mjs'
import { inLanes, LANES } from './lib/lanes.mjs'
import { requirePrograms } from './lib/machine.mjs'
import { makeDir, root } from './lib/paths.mjs'
import { anyPort } from './lib/ports.mjs'
import { migrate } from './lib/prepare.mjs'
import { duration, say, sinceStart, step } from './lib/progress.mjs'
import { startRedis } from './lib/redis.mjs'
import { startServices } from './lib/services.mjs'
import { beforeEnd, end, endOnSignals, endWith, isEnding } from './lib/shutdown.mjs'
import { endSuites, LONG_SUITE, runSuite, SUITES } from './lib/suites.mjs'
import { copyDatabase } from './lib/test_databases.mjs'
import { judgeThreats, readRan } from './lib/threats.mjs'
import { makeTestStorage, removeTestStorage } from './lib/test_storage.mjs'

const OPTIONS = {
  long: { type: 'boolean', default: false },
  shots: { type: 'boolean', default: false },
  suite: { type: 'string', multiple: true },
  files: { type: 'string', multiple: true, default: [] },
}

/** Environment of one suite: a database, a storage and a port of its own, no Redis and no mail server by accident. */
async function suiteEnvironment(suite, system, extra) {
  const port = await anyPort()
  const database = `landfall_${suite}`
  await copyDatabase(system, database)
  const storage = makeDir(join(system.storage, suite))
  for (const name of ['blobs', 'mail', 'tmp']) makeDir(join(storage, name), 0o700)
  const environment = environmentFor('console', {
    ...system,
    mode: 'test',
    installation: 'test',
    storage,
    database: { ...system.database, database },
    http: { host: '127.0.0.1', port, url: `http://localhost:${port}` },
  })
  for (const name of ['REDIS_URL', 'SMTP_HOST', 'LANDFALL_PLACEMENTS']) delete environment[name]
  return { ...environment, ...extra, LANDFALL_TALLY_FILE: join(storage, 'tally') }
}

/** What runs side by side, and then what runs alone. */
const inTurn = (suites) => [
  [LANES, suites.filter((suite) => suite !== LONG_SUITE)],
  [1, suites.filter((suite) => suite === LONG_SUITE)],
]

async function prepareSystem(suites) {
  const storage = await makeTestStorage()
  beforeEnd(() => removeTestStorage(storage))
  const services = await startServices(storage, { step, disposable: true })
  const system = { storage, ...services }
  const http = { host: '127.0.0.1', port: await anyPort(), url: 'http://localhost' }
  const environment = environmentFor('console', { ...system, mode: 'test', installation: 'test', http })
  // A build goes through the directory that the suites serve their pages from: none may begin while they run.
  if (suites.length > 1 && suites.includes('integration'))
    await step('build of an installation', (note) =>
      productionBuild(environmentFor('console', { ...system, mode: 'production', installation: 'demo', http }), {
        note,
      })
    )
  await step('generated index and front end', (note) => testAssets(environment, { note }))
  await migrate(root, environment)
  return system
}

async function main() {
  const options = readArguments(OPTIONS, 'npm test -- [--suite=NAME …] [--files=PATTERN …]')
  const suites = options.suite ?? (options.shots ? ['browser'] : [...SUITES, ...(options.long ? [LONG_SUITE] : [])])
  if (process.env.DATABASE_URL)
    throw new Failure('The suites make and drop databases on a server of their own: run them without DATABASE_URL.')
  endOnSignals('cleaning up …', 130)
  const programs = await requirePrograms()
  const system = await prepareSystem(suites)
  const redis = await step('redis', () => startRedis(programs.redis, system.storage))
  beforeEnd(redis.stop)
  beforeEnd(endSuites)

  const shots = options.shots ? makeDir(join(root, 'storage/shots')) : null
  const extra = {
    SESSION_DRIVER: 'memory',
    CHROMIUM_PATH: programs.chromium,
    LANDFALL_TEST_REDIS_URL: redis.url,
    LANDFALL_TEST_TEMPLATE: system.database.database,
    ...(options.long ? { LANDFALL_LONG: '1' } : {}),
    ...(shots ? { LANDFALL_SHOTS_DIR: shots } : {}),
    LANDFALL_RAN_FILE: join(system.storage, 'ran'),
  }
  say(`  set-up took ${sinceStart()}`)
  const results = []
  const runOne = async (suite) => {
    const from = performance.now()
    const env = await suiteEnvironment(suite, system, extra)
    // Nothing begins any more once the end has begun.
    if (isEnding()) return new Promise(() => {})
    const result = await runSuite(suite, { env, files: options.files, minutes: options.long ? 60 : 20 })
    return { suite, took: performance.now() - from, ...result }
  }
  for (const [lanes, list] of inTurn(suites)) results.push(...(await inLanes(lanes, list, runOne)))
  if (isEnding()) return
  if (shots) await step('contact sheets', () => writeContactSheets(shots, programs.chromium))
  const everything = options.files.length === 0 && SUITES.every((suite) => suites.includes(suite))
  // Like the suites it belongs to the tests, which nothing that ships imports.
  const { THREATS } = await import(join(root, 'tests/security/threats.js'))
  results.push(...threats(judgeThreats(THREATS, readRan(extra.LANDFALL_RAN_FILE)), everything))
  report(results)
}

/** The rows of the threat table that were tested; where everything ran, each row must have been. */
function threats(judged, everything) {
  const rows = judged.filter(({ state }) => everything || state === 'passed' || state === 'failed')
  if (rows.length > 0) say('\n── threats (docs/security.md) ' + '─'.repeat(34))
  for (const { line } of rows) say(`  ${line}`)
  const count = (...states) => rows.filter(({ state }) => states.includes(state)).length
  const [passed, failed] = [count('passed'), count('failed', 'missing')]
  return everything ? [{ suite: 'threats', took: 0, passed, failed, trouble: `${count('not yet')} not yet` }] : []
}

function report(results) {
  say('')
  for (const { suite, took, passed, failed, trouble } of results)
    say(
      `  ${suite.padEnd(14)}${String(passed).padStart(6)} passed${String(failed).padStart(5)} failed${duration(took).padStart(12)}  ${trouble}`
    )
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  const failed = total('failed')
  process.once('exit', () => say(`\n${total('passed')} passed, ${failed} failed`))
  void end(failed === 0 ? 0 : 1)
}

main().catch(endWith)
