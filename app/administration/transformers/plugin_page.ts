import { sentence } from '#platform/http/failure'
import { tenancy } from '#platform/tenancy/tenant_context'
import {
  ANNOUNCED_KINDS,
  contributionsOf,
  settingsOf,
  type Contribution,
  type Fields,
  type PluginDefinition,
  type SettingValues,
} from '#sdk'
import type { PluginRowProps } from '../../../resources/pages/administration/plugins/index.props.js'
import type {
  ContributionView,
  PluginShowProps,
  SettingView,
} from '../../../resources/pages/administration/plugins/show.props.js'
import type { Sentence } from '../../../resources/props/shared.js'
import type { Installation } from '../queries/plugins/get_installation.js'
import { countRecentlyRead, listPins } from '../queries/plugins/list_pins.js'
import { upgradePreview } from '../upgrade_preview.js'

export function pluginRow(plugin: PluginDefinition, installed: Installation | null): PluginRowProps {
  const counts = new Map<string, number>()
  for (const { kind } of contributionViews(plugin, {})) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return {
    id: plugin.id,
    version: plugin.version,
    country: { code: plugin.country.code, name: plugin.country.name },
    state: installed?.state ?? 'available',
    changed: installed?.state === 'enabled' && upgradePreview(plugin, installed) !== null,
    contributes: [...counts].map(([kind, count]) => ({ kind, count })),
  }
}

/** One plugin: what it brings, what may be chosen, what changed, and what keeps it. */
export async function pluginPage(plugin: PluginDefinition, installed: Installation | null): Promise<PluginShowProps> {
  const enabled = installed?.state === 'enabled'
  const values = settingsOf(plugin, {
    version: installed?.settingsVersion ?? 1,
    values: installed?.settings ?? {},
  })
  return {
    plugin: {
      id: plugin.id,
      version: plugin.version,
      sdk: plugin.sdk,
      country: { ...plugin.country },
      languages: Object.keys(plugin.locales),
    },
    state: installed?.state ?? 'available',
    changed: installed && { at: installed.changedAt.toISOString(), by: installed.changedBy },
    contributions: contributionViews(plugin, values),
    settings: settingViews(plugin, values),
    settingsRevision: installed?.settingsRevision ?? 1,
    upgrade: enabled ? upgradePreview(plugin, installed) : null,
    pins: enabled ? await listPins(plugin) : [],
    recentlyRead: enabled ? await countRecentlyRead(plugin) : 0,
  }
}

const settingViews = (plugin: PluginDefinition, values: SettingValues): SettingView[] =>
  Object.entries((plugin.settings?.fields ?? {}) as Fields).map(([name, field]) => ({
    name,
    kind: field.kind,
    label: field.label,
    value: values[name] as SettingView['value'],
    default: typeof field.default === 'object' ? [...field.default] : field.default,
    min: field.min ?? null,
    max: field.max ?? null,
  }))

/** Everything with a code and a version, then code lists, pages and panels. */
function contributionViews(plugin: PluginDefinition, values: SettingValues): ContributionView[] {
  const view = (kind: string, code: string, version: number | null, title: string | null, detail: Sentence | null) => ({
    kind,
    code,
    version,
    title,
    detail,
    announced: ANNOUNCED_KINDS.has(kind as Contribution['kind']),
  })
  return [
    ...contributionsOf(plugin).map(({ kind, code, version, title }) =>
      view(kind, code, version, title, kind === 'deadline' ? deadlineDetail(plugin, code, values) : null)
    ),
    ...(plugin.codeLists ?? []).map(({ code, edition, effectiveFrom, title, rows }) =>
      view(
        'code_list',
        code,
        null,
        title,
        sentence('plugins.edition', { edition, from: effectiveFrom, count: rows.length })
      )
    ),
    ...(plugin.pages ?? []).map(({ page, title }) => view('page', `${plugin.id}::${page}`, null, title, null)),
    ...(plugin.panels ?? []).map(({ component, title }) =>
      view('panel', `${plugin.id}::${component}`, null, title, null)
    ),
    ...(plugin.letterhead
      ? [view('letterhead', plugin.id, null, plugin.letterhead.lines[0] ?? null, letterheadDetail(plugin))]
      : []),
    ...(plugin.demo ? [{ ...view('demo', plugin.id, null, null, null), announced: true }] : []),
  ]
}

/** Says so where the administration is of another country: it never prints somebody else's head. */
const letterheadDetail = ({ letterhead, country }: PluginDefinition): Sentence =>
  country.code === tenancy.current().administration.country
    ? sentence('plugins.letterhead_used', { count: letterhead?.lines.length ?? 0 })
    : sentence('plugins.letterhead_elsewhere')

function deadlineDetail(plugin: PluginDefinition, code: string, values: SettingValues): Sentence | null {
  const deadline = plugin.deadlines?.find((each) => each.code === code)
  if (!deadline) return null
  const chosen = deadline.setting === undefined ? undefined : values[deadline.setting]
  return sentence(`plugins.deadline_${deadline.from}`, {
    mode: deadline.mode,
    hours: typeof chosen === 'number' ? chosen : deadline.hours,
  })
}
