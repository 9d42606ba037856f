import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { PERMISSIONS } from '#platform/access/permissions'
import { SDK_VERSION, type PluginHost } from '#sdk'

/** This platform, as plugins are checked against it. `languages` is the folder of its own texts. */
export const pluginHost = (languages: string): PluginHost => ({
  sdk: SDK_VERSION,
  permissions: PERMISSIONS,
  reserved: readdirSync(`${languages}/en`).map((file) => basename(file, '.json')),
})
