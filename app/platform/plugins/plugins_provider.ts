import type { ApplicationService } from '@adonisjs/core/types'
import { buildFaults, type PluginDefinition } from '#sdk'
import { PluginsFaulty } from './errors.js'
import { pluginHost } from './host.js'
import { pluginRegistry } from './registry.js'

/** Checks every plugin of the build before anything uses one, in web, worker and console alike. */
export default class PluginsProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    await requireSound(pluginRegistry.all(), this.app.languageFilesPath())
  }
}

/** @throws E_PLUGINS_FAULTY with every fault, its reason and what to do */
export async function requireSound(plugins: readonly PluginDefinition[], languages: string): Promise<void> {
  const faults = await buildFaults(plugins, pluginHost(languages))
  if (faults.length > 0) throw new PluginsFaulty(faults)
}
