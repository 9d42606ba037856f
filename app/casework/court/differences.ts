import type { CourtContent } from './content.js'

/** Sections whose parts are compared between versions, in the order in which they are printed. */
export const COMPARED = [
  'timeline',
  'decisions',
  'alerts',
  'consignments',
  'orders',
  'findings',
  'exhibits',
  'referrals',
  'questions',
  'instructions',
  'tasks',
  'attachments',
  'links',
] as const
export type Compared = (typeof COMPARED)[number]

/** Hash of each part, by section and key. */
export type Items = Readonly<Partial<Record<Compared, Readonly<Record<string, string>>>>>

export interface SectionChange {
  section: Compared
  added: string[]
  changed: string[]
  /** No longer in it: detached, withdrawn, or not for the eyes of who asked this time. */
  gone: string[]
}

/** @param digest of a part, the same for equal parts */
export function itemsOf(content: CourtContent, digest: (part: unknown) => string): Items {
  const hashes = <T>(parts: readonly T[], key: (part: T) => string) =>
    Object.fromEntries(parts.map((part) => [key(part), digest(part)]))
  const byId = ({ id }: { id: string }) => id
  return {
    timeline: hashes(content.timeline, byId),
    decisions: hashes(content.decisions, byId),
    alerts: hashes(content.alerts, byId),
    consignments: hashes(content.consignments, byId),
    orders: hashes(content.orders, byId),
    findings: hashes(
      content.orders.flatMap(({ findings }) => findings),
      byId
    ),
    exhibits: hashes(
      content.orders.flatMap(({ exhibits }) => exhibits),
      byId
    ),
    referrals: hashes(content.referrals, byId),
    questions: hashes(content.questions, byId),
    instructions: hashes(content.instructions, byId),
    tasks: hashes(content.tasks, byId),
    attachments: hashes([...content.attachments, ...content.orders.flatMap(({ attachments }) => attachments)], byId),
    links: hashes(content.links, ({ number }) => number),
  }
}

/** What a version has that the one before had not; sections in which nothing changed are left out. */
export const differences = (before: Items, now: Items): SectionChange[] =>
  COMPARED.flatMap((section) => {
    const [old, fresh] = [before[section] ?? {}, now[section] ?? {}]
    const added = Object.keys(fresh).filter((key) => old[key] === undefined)
    const changed = Object.keys(fresh).filter((key) => old[key] !== undefined && old[key] !== fresh[key])
    const gone = Object.keys(old).filter((key) => fresh[key] === undefined)
    return added.length + changed.length + gone.length > 0 ? [{ section, added, changed, gone }] : []
  })
