import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from '../root.js'

/**
 * A throw-away tree with `files` (path → text) and copies of `settings` from the repository,
 * so that planted violations never stand in it. Call `remove` when done.
 */
export async function scratchTree(files: Readonly<Record<string, string>>, settings: readonly string[] = []) {
  const root = await mkdtemp(path.join(tmpdir(), 'landfall-planted-'))
  for (const setting of settings) await cp(path.join(ROOT, setting), path.join(root, setting), { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true })
    await writeFile(path.join(root, file), text)
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) }
}
