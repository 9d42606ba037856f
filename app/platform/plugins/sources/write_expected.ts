import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { definitionIn } from './definition_in.js'

/** Writes what each fixture of a plugin is read as now; answers their names. A person looks at it before it is believed. */
export async function writeExpected(folder: string): Promise<string[]> {
  const messages = join(folder, 'fixtures/messages')
  const expected = join(folder, 'fixtures/expected')
  if (!existsSync(messages)) return []
  // The test kit, and with it Japa's types, is wanted here only.
  const { read, summaryOf } = await import('#sdk/testing')
  const plugin = await definitionIn(folder)
  const { formatProfiles: profiles = [], formats = [] } = plugin
  await mkdir(expected, { recursive: true })
  const names = (await readdir(messages)).sort()
  for (const name of names) {
    const summary = summaryOf(await read(await readFile(join(messages, name)), { profiles, formats }), plugin)
    await writeFile(join(expected, `${name}.json`), `${JSON.stringify(summary, null, 2)}\n`)
  }
  return names
}
