import type { CargoReport } from '#core/cargo/cargo_report'
import type { FilingFunction } from '#core/cargo/codes'
import { problem } from '#core/kernel/problem_codes'
import { normaliseNumber } from '#core/matching/normalise_number'
import { rows } from '#platform/tenancy/database'
import { voyageKey } from '../call_key.js'
import { consignmentKeys } from '../consignment_key.js'
import type { FiledManifest } from './keep_manifest.js'
import type { VersionProblem } from './version_problems.js'

type Found = Omit<FiledManifest, 'consignments'>

/**
 * The manifest of this filer that a report with an unknown number corrects (FORMATS 14.5): the one
 * that has its first bill in the same container, on the same voyage. `null` when none or several do.
 * Whether it has all the other bills too, `holdsAll` says.
 */
export async function renumberedManifest(report: CargoReport, senderId: string): Promise<Found | null> {
  const first = report.consignments.find(
    ({ consignment: { reference, equipment } }) => reference !== null && equipment.length > 0
  )?.consignment
  if (!first) return null
  const found = await rows<Found & { voyage: string | null }>(
    `select m.id, m.state, m.call_id as "callId", m.voyage, m.document_reference as renumbered
       from (select consignment_id from tenant.consignment_numbers where kind = 'reference' and key = ? offset 0) n
       cross join lateral (
         select manifest_id from tenant.consignments
          where id = n.consignment_id and state in ('filed', 'unusable')
            and exists (select 1 from tenant.consignment_numbers
                         where consignment_id = n.consignment_id and kind = 'equipment' and key = any(?::text[])) offset 0) c
       join tenant.manifests m on m.id = c.manifest_id
      where m.sender_id = ?::uuid and m.state = 'filed' for update of m`,
    [normaliseNumber(first.reference ?? ''), first.equipment.map(({ number }) => normaliseNumber(number)), senderId]
  )
  const voyage = voyageKey(report.conveyance.voyage)
  const same = found.filter((each) => voyage === '' || each.voyage === null || voyageKey(each.voyage) === voyage)
  const [only] = same
  if (!only || same.some(({ id }) => id !== only.id)) return null
  const { voyage: _voyage, ...manifest } = only
  return manifest
}

const OPEN: ReadonlySet<string> = new Set(['filed', 'unusable'])

/** Every bill of the report is an open one of the manifest: with a further one it is another document. */
export const holdsAll = ({ consignments }: FiledManifest, report: CargoReport): boolean =>
  consignmentKeys(report.consignments.map(({ consignment }) => consignment)).every((key) =>
    OPEN.has(consignments.get(key)?.state ?? '')
  )

/** What is linked by its contents changes what it carries, and closes nothing that it leaves out. */
export const asCorrection = (asked: FilingFunction): FilingFunction =>
  asked === 'original' || asked === 'replace' || asked === 'replace_heading' || asked === 'add' ? 'change' : asked

export const renumberedProblem = (manifest: FiledManifest | null): VersionProblem[] =>
  manifest?.renumbered === undefined
    ? []
    : [problem('VER-RENUMBERED', { params: { value: manifest.renumbered ?? '' } })]
