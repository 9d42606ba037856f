import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PluginDefinition } from '#sdk'

/** The definition in a folder, also of a plugin that is being written and not listed yet. */
export const definitionIn = async (folder: string): Promise<PluginDefinition> =>
  ((await import(pathToFileURL(join(folder, 'plugin.ts')).href)) as { default: PluginDefinition }).default
