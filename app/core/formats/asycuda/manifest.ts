import type { CargoReport } from '../../cargo/cargo_report.js'
import type { Equipment } from '../../cargo/consignment.js'
import { NATURE_BY_CODE } from '../../cargo/codes.js'
import type { Problem } from '../../kernel/problem.js'
import { sum } from '../parts/totals.js'
import type { AsycudaProfile } from '../profile.js'
import { Fields, type Context } from './fields.js'
import type { Filed } from '../parts/filed.js'
import { ProvenanceBuilder } from '../parts/provenance_builder.js'
import { compareMasters, mastersOfHouses, withMasters, type KnownMasters } from './masters.js'
import { readConsignment, type HeaderOfConsignment, type ReadConsignment } from './read_consignment.js'
import { documentKey, readConveyance } from './read_header.js'
import { flagConstants } from './constants.js'
import { headerParties } from './read_parties.js'
import type { AsycudaRoot } from './roots.js'
import type { Scope } from './scope.js'
import { compare } from './totals.js'

export interface ManifestSource extends Context {
  /** Index of the Message in the file. */
  readonly message: number
  readonly root: AsycudaRoot
  readonly profile: AsycudaProfile
  readonly header: Scope
  /** Of the whole file. */
  readonly masters: KnownMasters
}

export interface ReadManifest {
  readonly report: CargoReport
  /** Consignments as DECISIONS count them: a master counts through its houses. */
  readonly counted: number
  readonly equipmentRecords: number
}

/** Reads the consignments of one document as they come, then what the document is as a whole. */
export class Manifest {
  readonly #source: ManifestSource
  readonly #fields: Fields
  readonly #header: HeaderOfConsignment
  readonly #consignments: ReadConsignment[] = []
  #filer: Filed | null = null

  constructor(source: ManifestSource) {
    this.#source = source
    this.#fields = new Fields(source)
    const { header, root } = source
    this.#header = {
      nature: this.#fields.meaning(header, 'bol_nature', NATURE_BY_CODE),
      office: this.#fields.code(header, 'customs_office_code'),
      master: this.#fields.code(header, 'master_bol_ref_number'),
      reference: this.#fields.code(header, 'bol_reference'),
      houses: root.houses,
    }
  }

  add(scope: Scope): void {
    const sequence = this.#consignments.length
    const fields = new Fields(this.#source, sequence)
    this.#filer ??= filerIn(fields, scope)
    this.#consignments.push(readConsignment(fields, scope, this.#header, sequence))
  }

  get size(): number {
    return this.#consignments.length
  }

  finish(): ReadManifest {
    const { header, root, message, profile, masters, problems, reading } = this.#source
    const cited = new ProvenanceBuilder()
    const consignments = withMasters(this.#consignments)
    compareMasters(consignments, masters, problems)
    this.#flagRepeated(consignments)
    flagConstants(problems, reading.constants, consignments)
    this.#missingFields()
    const equipment = this.#equipment(consignments, cited)
    const { reference } = this.#header
    const departure = this.#fields.date(header, 'date_of_departure')
    const document = documentKey(
      this.#fields,
      header,
      departure,
      this.#header.master ?? (root.houses ? null : reference)
    )
    if (!document) problems.add('SEM-MANIFEST-MISSING', { at: header.at })
    const sender = filerIn(this.#fields, header) ?? this.#filer
    const report: Omit<CargoReport, 'consignments'> = {
      message,
      type: root.name,
      version: '',
      profile: `${profile.code}@${profile.version}`,
      controlReference: cited.take('controlReference', this.#fields.code(header, 'registry_number')),
      function: reading.functions[root.name.toLowerCase()] ?? root.function,
      functionCode: null,
      test: false,
      sender: cited.take('sender', sender),
      recipient: cited.take('recipient', this.#header.office),
      documentReference: cited.take('documentReference', document),
      documentVersion: null,
      previousReference: null,
      preparedAt: null,
      conveyance: readConveyance(this.#fields, header, departure, cited),
      nature: cited.take('nature', this.#header.nature),
      parties: headerParties(this.#fields, header, cited),
      equipment,
      declaredTotals: this.#declared(consignments, equipment.length, cited),
      provenance: cited.all(),
    }
    const own = byConsignment(consignments.length, problems.all())
    const containers = consignments.reduce((count, each) => count + each.containers.length, 0)
    return {
      report: {
        ...report,
        consignments: consignments.map(({ consignment, provenance, usable }, at) => {
          const found = own[at] ?? []
          return { consignment, provenance, usable, problems: found }
        }),
      },
      counted: consignments.length - mastersOfHouses(consignments),
      equipmentRecords: containers,
    }
  }

  /** Every container once; what one bill leaves open another may say. */
  #equipment(consignments: readonly ReadConsignment[], cited: ProvenanceBuilder): readonly Equipment[] {
    const known = new Map<string, Equipment>()
    for (const { consignment, provenance } of consignments) {
      consignment.equipment.forEach((each, index) => {
        const first = known.get(each.number)
        known.set(each.number, first ? filledUp(first, each) : each)
        if (first) return
        const at = provenance[`equipment.${index}.number`] ?? []
        cited.cite(`equipment.${known.size - 1}.number`, at)
        if (each.kind === 'container' && each.checkDigitValid === false)
          this.#source.problems.add('REF-CHECKDIGIT-CTN', { at: at[0], params: { value: each.number } })
      })
    }
    return [...known.values()]
  }

  #declared(
    consignments: readonly ReadConsignment[],
    equipment: number,
    cited: ProvenanceBuilder
  ): CargoReport['declaredTotals'] {
    const { header } = this.#source
    const declared = {
      grossWeightKg: this.#fields.amount(header, 'total_gross_mass'),
      packages: this.#fields.amount(header, 'total_number_of_packages'),
      consignments: this.#fields.amount(header, 'total_number_of_bols'),
      equipment: this.#fields.amount(header, 'total_number_of_containers'),
    }
    // Some count the houses, some do not: both ways of counting are right.
    const top = consignments.filter(({ consignment }) => consignment.level !== 'house')
    const total = (of: readonly ReadConsignment[], figure: 'grossWeightKg' | 'packages'): number | null =>
      sum(of, ({ consignment }) => consignment.totals[figure])
    const weights = [total(top, 'grossWeightKg'), total(consignments, 'grossWeightKg')]
    const packages = [total(top, 'packages'), total(consignments, 'packages')]
    compare(this.#fields, 'TOT-WEIGHT', 'weight', declared.grossWeightKg, ...weights.filter((each) => each !== null))
    compare(this.#fields, 'TOT-PACKAGES', 'packages', declared.packages, ...packages.filter((each) => each !== null))
    compare(this.#fields, 'TOT-COUNT', 'consignments', declared.consignments, top.length, consignments.length)
    compare(this.#fields, 'TOT-COUNT', 'equipment', declared.equipment, equipment)
    return {
      grossWeightKg: cited.take('declaredTotals.grossWeightKg', declared.grossWeightKg),
      packages: cited.take('declaredTotals.packages', declared.packages),
      volumeM3: null,
      consignments: cited.take('declaredTotals.consignments', declared.consignments),
      equipment: cited.take('declaredTotals.equipment', declared.equipment),
    }
  }

  /** A document number that stands in the message twice; both consignments are kept. */
  #flagRepeated(consignments: readonly ReadConsignment[]): void {
    const seen = new Set<string>()
    for (const { consignment, provenance } of consignments) {
      const { reference, sequence } = consignment
      if (reference === null) continue
      const at = provenance.reference?.[0]
      if (seen.has(reference))
        this.#source.problems.add('SYN-DUP-REF', { at, consignment: sequence, params: { value: reference } })
      seen.add(reference)
    }
  }

  #missingFields(): void {
    const { header, reading, problems } = this.#source
    for (const field of reading.mandatory.header)
      if (header.all(field).length === 0) problems.add('SEM-FIELD-MISSING', { at: header.at, params: { field } })
  }
}

/** Who files: the agent, else the carrier. A manifest carries no other sender. */
const filerIn = (fields: Fields, scope: Scope): Filed | null =>
  fields.code(scope, 'shipping_agent_code') ?? fields.code(scope, 'carrier_code')

const filledUp = (first: Equipment, other: Equipment): Equipment => ({
  ...first,
  sizeType: first.sizeType ?? other.sizeType,
  sizeTypeAsFiled: first.sizeTypeAsFiled ?? other.sizeTypeAsFiled,
  fullness: first.fullness ?? other.fullness,
  seals: [...new Set([...first.seals, ...other.seals])],
  tareKg: first.tareKg ?? other.tareKg,
  grossKg: first.grossKg ?? other.grossKg,
  temperatureC: first.temperatureC ?? other.temperatureC,
})

const byConsignment = (count: number, all: readonly Problem[]): readonly (readonly Problem[])[] => {
  const own = Array.from({ length: count }, (): Problem[] => [])
  for (const found of all) if (found.consignment !== undefined) own[found.consignment]?.push(found)
  return own
}
