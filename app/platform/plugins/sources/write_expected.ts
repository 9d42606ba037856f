import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { definitionIn } from './definition_in.js'

/** A fixture whose expected reading was written. */
export interface ExpectedFile {
  readonly name: string
  /** Profiles and formats that read it and are not the plugin's, as `asycuda.generic@1`. */
  readonly readByOthers: readonly string[]
}

/** Writes what each fixture of a plugin is read as now. A person looks at it before it is believed. */
export async function writeExpected(folder: string): Promise<readonly ExpectedFile[]> {
  const messages = join(folder, 'fixtures/messages')
  const expected = join(folder, 'fixtures/expected')
  if (!existsSync(messages)) return []
  // The test kit, and with it Japa's types, is wanted here only.
  const { read, summaryOf } = await import('#sdk/testing')
  const plugin = await definitionIn(folder)
  const { formatProfiles: profiles = [], formats = [] } = plugin
  await mkdir(expected, { recursive: true })
  const own = [...profiles, ...formats].map(({ code, version }) => `${code}@${version}`)
  const written: ExpectedFile[] = []
  for (const name of (await readdir(messages)).sort()) {
    const summary = summaryOf(await read(await readFile(join(messages, name)), { profiles, formats }), plugin)
    await writeFile(join(expected, `${name}.json`), `${JSON.stringify(summary, null, 2)}\n`)
    const readBy = new Set(summary.messages.flatMap(({ profile }) => profile ?? []))
    written.push({ name, readByOthers: [...readBy].filter((profile) => !own.includes(profile)) })
  }
  return written
}
