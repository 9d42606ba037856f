import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of the paths given, directories opened, in order of name, one at a time. @throws when a path is not there. */
export async function* filesOf(paths: readonly string[]): AsyncGenerator<string, void> {
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      yield path
      continue
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    yield* filesOf(names.map((name) => join(path, name)))
  }
}
