import type { MessageFormat } from '../core/formats/message_format.js'
import type { FormatProfile } from '../core/formats/profile.js'
import type { Fields, MessageKey, ValuesOf } from '../core/indicators/definition.js'
import type {
  Acknowledgement,
  Announced,
  CodeListEdition,
  DemoSetting,
  FilingDeadline,
  Identifier,
  InstructionForm,
  Letterhead,
  PluginFact,
  PluginIndicator,
  PluginPage,
  PluginPanel,
  WorkflowTemplate,
} from './contributions.js'

export interface CountryDefinition {
  /** ISO 3166 alpha-2. */
  readonly code: string
  readonly name: MessageKey
  /** IANA zone of its ports. */
  readonly timezone: string
  /** ISO 4217. */
  readonly currency: string
}

/** Loads the texts of one language: flat, without the plugin's id in front of the keys. */
export type LocaleLoader = () => Promise<Readonly<Record<string, string>>>

/** What an administration may choose. One description makes the form, the validation and the documentation. */
export interface PluginSettings<S extends Fields = Fields> {
  /** Raised when a field is removed or changes its meaning. */
  readonly version: number
  readonly fields: S
  /** Values of an older version as values of this one. Needed from version 2 on; total: it answers for any values. */
  upgrade?(from: number, values: Readonly<Record<string, unknown>>): ValuesOf<S>
}

/** What one country adds. Ids and versions are stored with what was read, so they never change meaning. */
export interface PluginDefinition<S extends Fields = any> {
  /** Folder name under `plugins/`; prefix of everything it contributes. */
  readonly id: string
  /** Semantic version of the plugin. */
  readonly version: string
  /** Semantic version range of the SDK it was built for. */
  readonly sdk: string
  readonly country: CountryDefinition
  readonly locales: Readonly<Record<string, LocaleLoader>>
  readonly settings?: PluginSettings<S>
  /** Formats that core does not read. */
  readonly formats?: readonly MessageFormat[]
  /** Declarative profiles of standard formats. */
  readonly formatProfiles?: readonly FormatProfile[]
  readonly deadlines?: readonly FilingDeadline[]
  readonly codeLists?: readonly CodeListEdition[]
  readonly identifiers?: readonly Identifier[]
  readonly facts?: readonly PluginFact[]
  readonly indicators?: readonly PluginIndicator[]
  readonly pages?: readonly PluginPage[]
  readonly panels?: readonly PluginPanel[]
  readonly acknowledgements?: readonly Acknowledgement[]
  readonly instructionForms?: readonly InstructionForm[]
  readonly letterhead?: Letterhead
  readonly workflowTemplates?: readonly WorkflowTemplate[]

  /** Checked and listed; no room reads them yet. */
  readonly kpis?: readonly Announced[]
  readonly reports?: readonly Announced[]
  readonly demo?: DemoSetting
}

export const definePlugin = <const S extends Fields>(plugin: PluginDefinition<S>): PluginDefinition<S> =>
  Object.freeze(plugin)

/** An indicator of a plugin, with the types of its own arguments. */
export const definePluginIndicator = <const A extends Fields>(indicator: PluginIndicator<A>): PluginIndicator<A> =>
  Object.freeze(indicator)
