import type { SourceRef } from '../../kernel/source_ref.js'
import type { ReadOptions } from '../family.js'
import type { MessageCounts, ReadMessage } from '../format.js'
import { ProblemCollector } from '../problem_collector.js'
import type { AsycudaProfile } from '../profile.js'
import { selectProfile } from '../select_profile.js'
import { asycudaVocabulary } from './vocabulary.js'
import type { Vocabulary } from '../xml/vocabulary.js'
import { GENERIC_ASYCUDA } from './generic_profile.js'
import { GENERIC_READING } from './generic_reading.js'
import { Manifest } from './manifest.js'
import type { KnownMasters } from './masters.js'
import type { AsycudaReading } from './reading.js'
import type { AsycudaRoot } from './roots.js'
import { Scope } from './scope.js'

export const GENERIC_VOCABULARY: Vocabulary = asycudaVocabulary(GENERIC_READING)

/** The generic reading with what the profile and its rules for this filer say otherwise. */
const readingOf = (profile: AsycudaProfile, sender: string | null): AsycudaReading => {
  const own = [profile.reading, profile.senders?.find((rules) => rules.sender === sender)?.reading]
  return own.reduce<AsycudaReading>(
    (base, reading) => ({
      ...base,
      ...reading,
      aliases: { ...base.aliases, ...reading?.aliases },
      functions: { ...base.functions, ...reading?.functions },
      levels: { ...base.levels, ...reading?.levels },
      fullness: { ...base.fullness, ...reading?.fullness },
      modes: { ...base.modes, ...reading?.modes },
      payments: { ...base.payments, ...reading?.payments },
      roles: { ...base.roles, ...reading?.roles },
      identifierTypes: { ...base.identifierTypes, ...reading?.identifierTypes },
      constants: { ...base.constants, ...reading?.constants },
    }),
    GENERIC_READING
  )
}

const firstText = (scope: Scope, ...keys: readonly string[]): string | null =>
  keys
    .flatMap((key) => scope.all(key))
    .find(({ text }) => !/^0*$/.test(text))
    ?.text.toUpperCase() ?? null

/** A document being read: its header first, which says under which profile its consignments are. */
export class OpenDocument {
  readonly index: number
  readonly problems: ProblemCollector
  readonly #root: AsycudaRoot
  readonly #at: SourceRef
  readonly #options: ReadOptions
  readonly #masters: KnownMasters
  #header: Scope
  #manifest: Manifest | null = null
  #vocabulary = GENERIC_VOCABULARY

  constructor(
    index: number,
    root: AsycudaRoot,
    at: SourceRef,
    options: ReadOptions,
    masters: KnownMasters,
    problems: number
  ) {
    this.index = index
    this.#root = root
    this.#at = at
    this.#options = options
    this.#masters = masters
    this.#header = new Scope(at)
    this.problems = new ProblemCollector(problems)
  }

  get header(): Scope {
    return this.#header
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary
  }

  get consignments(): number {
    return this.#manifest?.size ?? 0
  }

  /** What stands in the header is known: from here on the profile says what names mean. */
  endHeader(): Manifest {
    if (this.#manifest) return this.#manifest
    const header = this.#header
    const sender = firstText(header, 'shipping_agent_code', 'carrier_code')
    const profile = selectProfile(this.#options.profiles, GENERIC_ASYCUDA, {
      type: 'ASYCUDA',
      version: null,
      association: null,
      sender,
      recipient: firstText(header, 'customs_office_code'),
      documentCode: this.#root.name,
      documentName: null,
      headerPlaces: new Set(),
      headerTags: new Set(),
    })
    const declared = readingOf(profile, sender)
    const reading = { ...declared, shortDates: this.#root.shortDates ?? declared.shortDates }
    this.#vocabulary = asycudaVocabulary(reading)
    this.#header = header.renamed(this.#vocabulary)
    this.#manifest = new Manifest({
      reading,
      reference: this.#options.reference,
      problems: this.problems,
      message: this.index,
      root: this.#root,
      profile,
      header: this.#header,
      masters: this.#masters,
    })
    return this.#manifest
  }

  /** `broken`: reading was stopped, and half a manifest must not pass for one. */
  finish(segments: number, broken: boolean): ReadMessage {
    const { report, counted, equipmentRecords } = this.endHeader().finish()
    const counts: MessageCounts = {
      segments,
      consignments: counted,
      equipment: report.equipment.length,
      equipmentRecords,
      slots: 0,
      passengers: 0,
    }
    return {
      index: this.index,
      type: this.#root.name,
      version: null,
      controlReference: report.controlReference,
      report: broken ? null : report,
      document: null,
      problems: this.problems.all().filter(({ consignment }) => broken || consignment === undefined),
      counts,
      at: this.#at,
    }
  }
}
