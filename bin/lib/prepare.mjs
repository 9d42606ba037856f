import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runOrFail } from './run.mjs'
import { step } from './progress.mjs'

const STEPS = [
  ['job queue', 'queue:migrate'],
  ['migrations', 'landfall:migrate'],
  ['reference data', 'reference:load'],
]

/** Runs the console of a build (or of the sources) to its end. */
export const ace = (home, environment, args, line) =>
  runOrFail(process.execPath, ['ace.js', ...args], { cwd: home, env: environment, line })

/** Brings an open database up to date with the code in `home`. */
export async function migrate(home, environment) {
  for (const [name, command] of STEPS) await step(name, () => ace(home, environment, [command]))
}

/**
 * The same, but only once per build: a mark inside the embedded cluster says which build it was last
 * prepared for. A database of somebody else's is always looked at.
 */
export async function migrateOnce(home, environment, clusterDir) {
  const mark = clusterDir && join(clusterDir, 'landfall.prepared')
  if (mark && existsSync(mark) && readFileSync(mark, 'utf8') === basename(home)) return
  await migrate(home, environment)
  if (mark) writeFileSync(mark, basename(home), { mode: 0o600 })
}
