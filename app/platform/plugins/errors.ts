import { Exception } from '@adonisjs/core/exceptions'
import { faultLine, type PluginFault } from '#sdk'

/** Stops the boot: a plugin that is not sound is never skipped. */
export class PluginsFaulty extends Exception {
  static override status = 500
  static override code = 'E_PLUGINS_FAULTY'

  constructor(readonly faults: readonly PluginFault[]) {
    super(faults.map(faultLine).join('\n'))
  }
}

export class PluginUnknown extends Exception {
  static override status = 500
  static override code = 'E_PLUGIN_UNKNOWN'
}
