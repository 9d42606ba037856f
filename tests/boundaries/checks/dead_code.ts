import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../root.js'
import type { Reading } from './reading.js'

const KNIP = path.join(ROOT, 'node_modules/.bin/knip')
const SOURCES = ['{app,plugins,config,start,database,bin,tests,bench}/**/*.{ts,mjs}', 'resources/**/*.{ts,vue}']

type Named = { readonly name: string }
interface KnipOutput {
  readonly files: readonly string[]
  readonly issues: readonly (Readonly<Record<string, unknown>> & { readonly file: string })[]
}

/** Files, exports and packages that nothing uses, by `knip.json` of the repository or of a copy. */
export async function checkDeadCode(root: string): Promise<Reading> {
  const { files, issues } = JSON.parse(await knip(root)) as KnipOutput
  const named = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      (Array.isArray(found) ? (found as Named[]) : []).map(({ name }) => `${file}: ${kind}: ${name}`)
    )
  )
  const faults = [...files.map((file) => `${file}: unused file`), ...named]
  return { lookedAt: { files: globSync(SOURCES, { cwd: root }).length }, faults }
}

/** Knip ends with 1 when it found something, and with more when it failed. */
function knip(root: string) {
  const args = [KNIP, '--reporter', 'json', '--no-progress']
  return new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error(stderr || error.message))
      else resolve(stdout)
    })
  })
}
