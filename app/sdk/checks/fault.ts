/** What is wrong with a plugin, and what to do about it. It stops the boot; nothing is skipped. */
export interface PluginFault {
  readonly code: PluginFaultCode
  readonly plugin: string
  readonly version: string
  /** Where, in the words of the definition: `deadlines.0.hours`, `locales/fr.json`, `formats/d01a.ts:12`. */
  readonly at: string
  readonly reason: string
  readonly fix: string
}

/** Closed: each has a planted plugin in the tests and its row in the guide. */
export const PLUGIN_FAULT_CODES = [
  'E_PLUGIN_ID',
  'E_PLUGIN_TWICE',
  'E_PLUGIN_FOLDER',
  'E_PLUGIN_VERSION',
  'E_PLUGIN_SDK_RANGE',
  'E_PLUGIN_COUNTRY',
  'E_PLUGIN_LOCALE',
  'E_PLUGIN_TEXT',
  'E_PLUGIN_PREFIX',
  'E_PLUGIN_CODE_TWICE',
  'E_PLUGIN_CONTRIBUTION_VERSION',
  'E_PLUGIN_LOWERED',
  'E_PLUGIN_GONE',
  'E_PLUGIN_FACT',
  'E_PLUGIN_PERMISSION',
  'E_PLUGIN_SLOT',
  'E_PLUGIN_SETTING',
  'E_PLUGIN_UPGRADE',
  'E_PLUGIN_DEADLINE',
  'E_PLUGIN_CODE_LIST',
  'E_PLUGIN_IDENTIFIER',
  'E_PLUGIN_FORMAT',
  'E_PLUGIN_ANSWER',
  'E_PLUGIN_WORKFLOW',
  'E_PLUGIN_EVIDENCE',
  'E_PLUGIN_UNKNOWN',
  'E_PLUGIN_IMPURE',
  'E_PLUGIN_IMPORT',
  'E_PLUGIN_WORLD',
  'E_PLUGIN_FILE',
] as const
export type PluginFaultCode = (typeof PLUGIN_FAULT_CODES)[number]

/** A fault as one check finds it; whose it is, is added by the caller. */
export type Found = Omit<PluginFault, 'plugin' | 'version'>

export const fault = (code: PluginFaultCode, at: string, reason: string, fix: string): Found => ({
  code,
  at,
  reason,
  fix,
})

/** `E_PLUGIN_SDK_RANGE guatemala 0.1.0 sdk: … Fix: …`, as the boot and the console print it. */
export const faultLine = ({ code, plugin, version, at, reason, fix }: PluginFault): string =>
  `${code} ${plugin} ${version} ${at}: ${reason} Fix: ${fix}`
