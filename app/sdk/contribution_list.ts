import type { MessageKey } from '../core/indicators/definition.js'
import type { PluginDefinition } from './plugin.js'

/** Kinds of what a plugin contributes under a code and a version of its own. */
export const CONTRIBUTION_KINDS = [
  'format',
  'format_profile',
  'deadline',
  'identifier',
  'fact',
  'indicator',
  'acknowledgement',
  'instruction_form',
  'kpi',
  'report',
  'workflow_template',
] as const
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number]

/** Kinds that are checked and listed, and that no room reads yet. */
export const ANNOUNCED_KINDS: ReadonlySet<ContributionKind> = new Set(['kpi', 'report'])

/** One contribution as saved work pins it. */
export interface Contribution {
  readonly kind: ContributionKind
  readonly code: string
  readonly version: number
  /** `null` for a format profile, which is named by its code. */
  readonly title: MessageKey | null
}

/** Everything a plugin contributes under a code and a version. */
export const contributionsOf = (plugin: PluginDefinition): readonly Contribution[] => [
  ...(plugin.formats ?? []).map((each) => of('format', each)),
  ...(plugin.formatProfiles ?? []).map(({ code, version }) => of('format_profile', { code, version, title: null })),
  ...(plugin.deadlines ?? []).map((each) => of('deadline', each)),
  ...(plugin.identifiers ?? []).map((each) => of('identifier', each)),
  ...(plugin.facts ?? []).map(({ key, ...each }) => of('fact', { ...each, code: key })),
  ...(plugin.indicators ?? []).map((each) => of('indicator', each)),
  ...(plugin.acknowledgements ?? []).map((each) => of('acknowledgement', each)),
  ...(plugin.instructionForms ?? []).map((each) => of('instruction_form', each)),
  ...(plugin.kpis ?? []).map((each) => of('kpi', each)),
  ...(plugin.reports ?? []).map((each) => of('report', each)),
  ...(plugin.workflowTemplates ?? []).map((each) => of('workflow_template', each)),
]

const of = (kind: ContributionKind, { code, version, title }: Omit<Contribution, 'kind'>): Contribution => ({
  kind,
  code,
  version,
  title,
})

/** `format_profile guatemala.d01a` → highest version: what is compared between two builds. */
export const contributionVersions = (plugin: PluginDefinition): Readonly<Record<string, number>> =>
  contributionsOf(plugin).reduce<Record<string, number>>((versions, { kind, code, version }) => {
    const name = `${kind} ${code}`
    return { ...versions, [name]: Math.max(version, versions[name] ?? 0) }
  }, {})
