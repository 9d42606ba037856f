import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file, or why what stands at a path cannot be read as one. */
export type Found = { readonly path: string; readonly error?: string }

/**
 * Files of a path, a directory opened, in order of name, one at a time. What cannot be read is told in its place and
 * ends nothing: it is gone, may not be read, is no file (a pipe would be waited on for ever) or, below the path, a link to a folder,
 * which could lead back.
 */
export async function* filesOf(path: string, isBelow = false): AsyncGenerator<Found, void> {
  try {
    const found = await stat(path)
    if (found.isFile()) return yield { path }
    if (!found.isDirectory()) return yield { path, error: 'neither a file nor a folder' }
    if (isBelow && (await lstat(path)).isSymbolicLink()) return yield { path, error: 'a link to a folder' }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    for (const name of names) yield* filesOf(join(path, name), true)
  } catch (error) {
    yield { path, error: error instanceof Error ? error.message : String(error) }
  }
}
