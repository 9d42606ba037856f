import { mkdirSync, chmodSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Where everything of this installation that is not code lives; tests and drills put it elsewhere. */
export const storageDir = resolve(process.env.LANDFALL_STORAGE_DIR ?? join(root, 'storage'))

/** Makes a directory; the mode is set on the leaf alone, parents stay traversable for the database user. */
export function makeDir(path, mode = 0o755) {
  mkdirSync(path, { recursive: true })
  chmodSync(path, mode)
  return path
}
