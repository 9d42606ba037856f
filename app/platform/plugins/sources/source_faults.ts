import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fault, ofPlugin, releasedFaults, type PluginDefinition, type PluginFault, type Released } from '#sdk'
import { scanSource, type Allowance, type Forbidden } from './scan_source.js'

type Found = ReturnType<typeof fault>

/** Path of the file that says what the last release contributed, inside the plugin. */
export const RELEASED_FILE = 'released.json'

/** What is wrong with the files of a plugin: its folder, what it imports, what it lacks, what a release pinned. */
export async function sourceFaults(plugin: PluginDefinition, folder: string): Promise<readonly PluginFault[]> {
  const found = [
    ...folderFaults(plugin, folder),
    ...(await scanFaults(folder)),
    ...screenFaults(plugin, folder),
    ...fixtureFaults(plugin, folder),
    ...releaseFaults(plugin, folder),
  ]
  return found.map((each) => ofPlugin(plugin, each))
}

function folderFaults(plugin: PluginDefinition, folder: string): Found[] {
  const name = folder.split(sep).at(-1)!
  const found =
    name === plugin.id
      ? []
      : [
          fault(
            'E_PLUGIN_FOLDER',
            `plugins/${name}`,
            `The plugin in it is called "${plugin.id}".`,
            'Give folder and id the same name.'
          ),
        ]
  const files = existsSync(join(folder, 'locales')) ? readdirSync(join(folder, 'locales')) : []
  const listed = Object.keys(plugin.locales)
  for (const file of files) {
    const locale = file.replace(/\.json$/, '')
    if (!listed.includes(locale))
      found.push(
        fault(
          'E_PLUGIN_LOCALE',
          `locales/${file}`,
          'No locale of the plugin loads it.',
          `Add \`${locale}\` to locales in plugin.ts, or remove the file.`
        )
      )
  }
  return found
}

/** Imports and the world outside, in every file but the tests. */
async function scanFaults(folder: string): Promise<Found[]> {
  const ts = await import('typescript')
  const found: Found[] = []
  for (const file of filesOf(folder, /\.(?:ts|vue|js|mjs)$/)) {
    const path = relative(folder, file).split(sep).join('/')
    if (path.startsWith('tests/')) continue
    const text = readFileSync(file, 'utf8')
    const script = path.endsWith('.vue') ? scriptOf(text) : text
    for (const each of scanSource(ts.default, path, script, allowanceOf(path))) found.push(faultOf(path, each))
  }
  return found
}

const faultOf = (path: string, { kind, what, line }: Forbidden): Found =>
  kind === 'import'
    ? fault(
        'E_PLUGIN_IMPORT',
        `${path}:${line}`,
        `It imports "${what}".`,
        path.startsWith('resources/')
          ? 'A screen imports vue, resources/sdk and its own files.'
          : 'A plugin imports #sdk and its own files; what it needs besides is handed to it.'
      )
    : fault(
        'E_PLUGIN_WORLD',
        `${path}:${line}`,
        `It uses ${what}.`,
        'A plugin is data and pure functions: no files, network, clock, chance or globals.'
      )

/** Screens: their own files, vue and the kit. The rest: `#sdk` and own files that are no tests or screens. */
function allowanceOf(path: string): Allowance {
  const screen = path.startsWith('resources/')
  return {
    screen,
    imports: (specifier) => {
      if (specifier === '#sdk') return !screen
      if (screen && specifier === 'vue') return true
      if (!specifier.startsWith('.')) return false
      const target = posix.join(posix.dirname(path), specifier)
      if (screen) return target.startsWith('resources/') || /^\.\.\/\.\.\/resources\/sdk\//.test(target)
      return !/^(?:\.\.|tests\/|resources\/|fixtures\/)/.test(target)
    },
  }
}

/** The script of a Vue file at its own lines. */
const scriptOf = (text: string): string => {
  const found = /<script[^>]*>([\s\S]*?)<\/script>/.exec(text)
  return found ? '\n'.repeat(text.slice(0, found.index).split('\n').length - 1) + found[1] : ''
}

function screenFaults(plugin: PluginDefinition, folder: string): Found[] {
  const wanted = [
    ...(plugin.pages ?? []).map(({ page }) => `resources/pages/${page}.vue`),
    ...(plugin.panels ?? []).map(({ component }) => `resources/panels/${component}.vue`),
  ]
  return wanted
    .filter((file) => !existsSync(join(folder, file)))
    .map((file) =>
      fault(
        'E_PLUGIN_FILE',
        file,
        'It is declared in plugin.ts and is not there.',
        'Write it, or remove the declaration.'
      )
    )
}

function fixtureFaults(plugin: PluginDefinition, folder: string): Found[] {
  if (!plugin.formatProfiles?.length && !plugin.formats?.length) return []
  const messages = join(folder, 'fixtures/messages')
  return existsSync(messages) && readdirSync(messages).length > 0
    ? []
    : [
        fault(
          'E_PLUGIN_FILE',
          'fixtures/messages',
          'It reads messages and brings none.',
          'Write at least one by hand: real structure, invented parties.'
        ),
      ]
}

function releaseFaults(plugin: PluginDefinition, folder: string): readonly Found[] {
  const file = join(folder, RELEASED_FILE)
  return existsSync(file) ? releasedFaults(plugin, JSON.parse(readFileSync(file, 'utf8')) as Released) : []
}

/** Files below a folder, in order. */
function filesOf(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Folder of a plugin beside the others of the build. */
export const pluginFolder = (root: string, id: string): string => join(root, 'plugins', id)
export const isPluginFolder = (folder: string): boolean =>
  existsSync(join(folder, 'plugin.ts')) && existsSync(dirname(folder))
