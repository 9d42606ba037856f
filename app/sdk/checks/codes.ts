import { isFactKey } from '../../core/facts/fact_kinds.js'
import { contributionsOf } from '../contribution_list.js'
import { SLOTS } from '../contributions.js'
import type { PluginDefinition } from '../plugin.js'
import { fault, type Found } from './fault.js'
import type { PluginHost } from './host.js'

/** Prefixes, doubles and whole versions of what is contributed, and names of the platform that it refers to. */
export const codeFaults = (plugin: PluginDefinition, host: PluginHost): readonly Found[] => [
  ...contributedCodes(plugin),
  ...factNames(plugin),
  ...screens(plugin, host),
]

const contributedCodes = (plugin: PluginDefinition): readonly Found[] => {
  const { id } = plugin
  const found: Found[] = []
  const seen = new Set<string>()
  const prefix = (code: string, sign: '.' | ':') => {
    if (!code.startsWith(`${id}${sign}`) || code.length === id.length + 1)
      found.push(
        fault(
          'E_PLUGIN_PREFIX',
          code,
          `"${code}" does not say whose it is.`,
          `Call it ${id}${sign}<name>: codes of plugins never meet.`
        )
      )
  }
  for (const { kind, code, version } of contributionsOf(plugin)) {
    prefix(code, kind === 'fact' ? ':' : '.')
    // Several versions of an indicator may stand side by side: saved work pins the older one.
    const name = kind === 'indicator' ? `${kind} ${code}@${version}` : `${kind} ${code}`
    if (seen.has(name))
      found.push(
        fault('E_PLUGIN_CODE_TWICE', code, `"${code}" is there twice.`, 'Remove one, or give it a code of its own.')
      )
    seen.add(name)
    if (!Number.isInteger(version) || version < 1)
      found.push(
        fault(
          'E_PLUGIN_CONTRIBUTION_VERSION',
          code,
          `Version ${version} is no whole number from 1.`,
          'Start with 1, and raise it by 1 whenever the same input could give another answer.'
        )
      )
  }
  for (const { code } of plugin.codeLists ?? []) prefix(code, '.')
  return found
}

const factNames = (plugin: PluginDefinition): readonly Found[] => {
  const own = new Set<string>((plugin.facts ?? []).map(({ key }) => key))
  const unknown = (at: string, keys: readonly string[], known: (key: string) => boolean) =>
    keys
      .filter((key) => !known(key))
      .map((key) =>
        fault(
          'E_PLUGIN_FACT',
          at,
          `There is no fact "${key}".`,
          'Use a key of app/core/facts/catalogue.ts, or declare the fact in `facts`.'
        )
      )
  return [
    ...(plugin.formatProfiles ?? []).flatMap(({ code, alwaysFiled, notCarried, senders }) => [
      ...unknown(`${code}.alwaysFiled`, alwaysFiled, isFactKey),
      ...unknown(`${code}.notCarried`, notCarried ?? [], isFactKey),
      ...(senders ?? []).flatMap((rules) =>
        unknown(`${code}.senders.${rules.sender}.alwaysFiled`, rules.alwaysFiled ?? [], isFactKey)
      ),
    ]),
    ...(plugin.indicators ?? []).flatMap(({ code, reads }) =>
      unknown(`${code}.reads`, reads, (key) => isFactKey(key) || own.has(key))
    ),
  ]
}

const screens = (plugin: PluginDefinition, host: PluginHost): readonly Found[] => {
  const found: Found[] = []
  const permission = (at: string, code: string) => {
    if (host.permissions !== null && !host.permissions.includes(code))
      found.push(
        fault(
          'E_PLUGIN_PERMISSION',
          at,
          `There is no permission "${code}".`,
          'Require one of app/platform/access/permissions.ts; plugins never add any.'
        )
      )
  }
  for (const [index, page] of (plugin.pages ?? []).entries()) {
    permission(`pages.${index}.permission`, page.permission)
    if (!/^[a-z][a-z0-9_]*$/.test(page.page))
      found.push(
        fault(
          'E_PLUGIN_FILE',
          `pages.${index}.page`,
          `"${page.page}" is no name of a page.`,
          'Use small letters, digits and underscores: the name of the file.'
        )
      )
  }
  for (const [index, panel] of (plugin.panels ?? []).entries()) {
    permission(`panels.${index}.permission`, panel.permission)
    if (!SLOTS.includes(panel.slot))
      found.push(
        fault(
          'E_PLUGIN_SLOT',
          `panels.${index}.slot`,
          `There is no slot "${panel.slot as string}".`,
          `Slots are ${SLOTS.join(', ')}.`
        )
      )
  }
  const names = (plugin.pages ?? []).map(({ page }) => page)
  for (const page of new Set(names.filter((name, at) => names.indexOf(name) !== at)))
    found.push(fault('E_PLUGIN_CODE_TWICE', `pages.${page}`, `Page "${page}" is there twice.`, 'Remove one.'))
  return found
}
