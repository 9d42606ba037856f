import type { CargoReport } from '../core/cargo/cargo_report.js'
import type { Consignment } from '../core/cargo/consignment.js'
import type { Lane } from '../core/cargo/declaration.js'
import type { ExaminationType } from '../core/cargo/examination.js'
import type { LocalTime } from '../core/kernel/instant.js'
import type { Mode, Nature } from '../core/cargo/codes.js'
import type { AnswerDecision, AnswerOptions, SayProblem } from '../core/formats/answer.js'
import type { EdifactEnvelope } from '../core/formats/format.js'
import type { Problem } from '../core/kernel/problem.js'
import type { Fact, FactReader, PluginFactKey, PluginFactValue } from '../core/facts/catalogue.js'
import type { WorkflowSubject } from '../core/workflow/definition.js'
import type { Tailoring } from '../core/workflow/tailor.js'
import type { Fields, IndicatorDefinition, MessageKey, ValuesOf, Verdict } from '../core/indicators/definition.js'

/** How long before arrival cargo of one mode has to be filed. */
export interface FilingDeadline {
  /** `<plugin>.<name>` */
  readonly code: string
  readonly version: number
  readonly title: MessageKey
  readonly mode: Mode
  /** Before arrival here, or after departure from the last place abroad. */
  readonly from: 'before_arrival' | 'after_departure'
  /** Hours, above 0; a quarter of an hour is 0.25. */
  readonly hours: number
  /** Name of a setting of the plugin whose number of hours takes the place of `hours`. */
  readonly setting?: string
}

export interface CodeRow {
  readonly code: string
  readonly name: string
}

/** One dated release of a national code list. A new release is another edition beside this one, never a change of it. */
export interface CodeListEdition {
  /** `<plugin>.<name>`, the same for every edition. */
  readonly code: string
  /** Name of the edition, e.g. `2026-01`. */
  readonly edition: string
  /** First day of it, `yyyy-mm-dd` in the administration's time zone. */
  readonly effectiveFrom: string
  readonly title: MessageKey
  /** Field of a consignment whose codes it names on screens. */
  readonly names?: 'warehouse' | 'office'
  readonly rows: readonly CodeRow[]
}

/** What a fact is derived from. Frozen; the same input gives the same fact. */
export interface FactInput<S extends Fields = Fields> {
  readonly consignment: Consignment
  /** As filed, else what its places say seen from the administration; `null` when they leave it open. */
  readonly nature: Nature | null
  /** Settings of the plugin in the administration. */
  readonly settings: ValuesOf<S>
}

/** Something a country's indicators ask that the catalogue of core facts does not hold. */
export interface PluginFact {
  /** `<plugin>:<name>` */
  readonly key: PluginFactKey
  readonly version: number
  readonly title: MessageKey
  derive(input: FactInput<any>): Fact<PluginFactValue>
}

/**
 * An indicator of a plugin: a named test of facts, in the words of core's. It reads core facts and
 * the plugin's own; reference lists of administrations and watch lists are not open to it.
 */
export interface PluginIndicator<A extends Fields = any> extends Omit<IndicatorDefinition<A>, 'lists' | 'assess'> {
  /** Values of what it reads under which it hits with evidence. `plugin:check` runs it, then takes each away. */
  readonly example: Readonly<Record<string, PluginFactValue>>
  assess(context: { readonly facts: FactReader; readonly args: ValuesOf<A> }): Verdict
}

/** Identifier of a taxpayer or trader as filed with a party. */
export interface Identifier {
  /** `<plugin>.<name>` */
  readonly code: string
  readonly version: number
  /** Type as canonical parties name it, e.g. `NIT`, `TRN`. */
  readonly type: string
  readonly title: MessageKey
  /** Whether the number can be one; `null` when that cannot be told. Never throws. */
  valid(value: string): boolean | null
  /** At least one good and one bad number, invented. */
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] }
}

/** A page of the plugin: `resources/pages/<page>.vue`. Its props are what the plugin says of itself, and its settings. */
export interface PluginPage {
  /** File name and last part of the address. */
  readonly page: string
  readonly title: MessageKey
  /** A permission of the platform's catalogue. */
  readonly permission: string
  /** Stands in the menu, among the pages of plugins. */
  readonly menu?: boolean
}

/** Places of core screens where a plugin may show something. */
export const SLOTS = ['consignment.panel'] as const
export type SlotName = (typeof SLOTS)[number]

/** A panel: `resources/panels/<component>.vue`, given the props of its slot (`resources/props/plugin_slots.ts`). */
export interface PluginPanel {
  readonly slot: SlotName
  readonly component: string
  readonly title: MessageKey
  readonly permission: string
}

/**
 * What the host checks and lists, and nothing reads yet: figures and documents get
 * their readers with the rooms that need them.
 */
export interface Announced {
  /** `<plugin>.<name>` */
  readonly code: string
  readonly version: number
  readonly title: MessageKey
}

/**
 * A way of working an administration may begin with: its own states between, reasons and words, drafted from it and
 * published by two people there. It tightens and extends the core's, and loosens nothing.
 */
export interface WorkflowTemplate extends Announced {
  readonly subject: WorkflowSubject
  /** Words stand in it by language: en, fr, es and ar. */
  readonly tailoring: Tailoring
}

/** What the answer to a cargo report is written from. Frozen; the same input gives the same bytes. */
export interface AnswerInput<S extends Fields = any> {
  readonly report: CargoReport
  /** How the message was wrapped; `null` where its format has no interchange. */
  readonly envelope: EdifactEnvelope | null
  /** Problems to tell, those of consignments included: warnings and worse, in the order they should be mended. */
  readonly problems: readonly Problem[]
  readonly decision: AnswerDecision
  /** Settings of the plugin in the administration. */
  readonly settings: ValuesOf<S>
  readonly say: SayProblem
}

/**
 * The answer of Customs to who filed a cargo report. Administrations choose it sender by sender; for the
 * reports it answers it takes the place of core's.
 */
export interface Acknowledgement {
  /** `<plugin>.<name>` */
  readonly code: string
  readonly version: number
  readonly title: MessageKey
  /** Code of the format profile or format of this plugin whose cargo reports it answers. */
  readonly answers: string
  /** Media type and ending of the name of the file. */
  readonly file: { readonly type: string; readonly ending: string }
  /** The bytes; `null` where this report cannot be answered so (no interchange, say). Never throws. */
  write(input: AnswerInput, head: AnswerOptions): Uint8Array | null
}

/** What a connected system is told, as it may see it: which cargo, no name, no reason and no score. */
export interface InstructionTold {
  readonly id: string
  readonly kind: 'hold' | 'release' | 'do_not_load' | 'load' | 'select' | 'deselect'
  /** Local to the administration. */
  readonly madeAt: LocalTime
  /** Of a selection, and of one that is taken back: how the cargo is looked at, where, and until when that is of use. */
  readonly selection: {
    readonly number: string
    readonly lane: Lane
    readonly examination: ExaminationType
    /** One box of the cargo; `null`: all of it. */
    readonly equipment: string | null
    /** Code of the place. */
    readonly site: string
    readonly until: LocalTime
  } | null
  readonly consignments: readonly {
    readonly bill: string | null
    readonly equipment: readonly string[]
    readonly conveyance: string | null
    readonly voyage: string | null
    /** UN/LOCODE. */
    readonly port: string | null
    /** Declarations of the national system that name this cargo. */
    readonly declarations: readonly string[]
  }[]
}

/** A form in which connected systems read what they are told, beside JSON: they ask for it by its media type. */
export interface InstructionForm {
  /** `<plugin>.<name>` */
  readonly code: string
  readonly version: number
  readonly title: MessageKey
  readonly file: { readonly type: string; readonly ending: string }
  /** The bytes. Never throws. */
  write(told: InstructionTold): Uint8Array
}

/** Head of what the administration prints: lines of text, by key. Counts in the plugin's own country. */
export interface Letterhead {
  readonly lines: readonly MessageKey[]
}

/** What a demonstration of the country starts from. */
export interface DemoSetting {
  /** UN/LOCODEs of its ports, the first is the main one. */
  readonly ports: readonly string[]
}
