import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of the paths given, directories opened, in order of name. @throws when a path is not there. */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      files.push(path)
      continue
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    files.push(...(await filesOf(names.map((name) => join(path, name)))))
  }
  return files
}
