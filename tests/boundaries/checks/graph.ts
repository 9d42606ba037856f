import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../root.js'

const FOLDERS = ['app', 'plugins', 'config', 'start', 'database', 'resources']
const CRUISER = path.join(ROOT, 'node_modules/.bin/depcruise')

export interface GraphReading {
  readonly modules: number
  readonly edges: number
  /** Each as `rule: file → target`. */
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[]
}

interface CruiserOutput {
  summary: {
    totalCruised: number
    totalDependenciesCruised: number
    violations: { rule: { name: string }; from: string; to: string }[]
  }
}

/** Reads the dependency graph of the repository, or of a copy, by `.dependency-cruiser.mjs` found there. */
export async function readGraph(root: string): Promise<GraphReading> {
  const folders = FOLDERS.filter((folder) => existsSync(path.join(root, folder)))
  const args = [CRUISER, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 256 * 1024 * 1024 })
  const { summary } = JSON.parse(stdout) as CruiserOutput
  return {
    modules: summary.totalCruised,
    edges: summary.totalDependenciesCruised,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
