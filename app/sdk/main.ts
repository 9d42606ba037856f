/**
 * The published SDK (`#sdk`): the only module a plugin may import. What a plugin hands over is
 * data and pure functions; the platform registers it, and each administration enables it.
 */
export {
  definePlugin,
  definePluginIndicator,
  type CountryDefinition,
  type LocaleLoader,
  type PluginDefinition,
  type PluginSettings,
} from './plugin.js'
export * from './contributions.js'
export { clear, firstMissing, hit, unknown } from '../core/indicators/verdict.js'
export { known, missing } from '../core/facts/fact.js'
export type { AsycudaProfile, Clue, CuscarProfile, FormatProfile, SenderRules } from '../core/formats/profile.js'
export type {
  CountField,
  CuscarReading,
  MeasureRule,
  PlaceField,
  PlaceRule,
  ReferenceSource,
} from '../core/formats/edifact/cuscar/reading.js'
export type { AnswerDecision, AnswerOptions, SayProblem } from '../core/formats/answer.js'
export { writeCusres, type CusresDialect } from '../core/formats/edifact/answers/cusres.js'
export { writeManifestAnswer } from '../core/formats/asycuda/answers/manifest_answer.js'
export { InterchangeWriter } from '../core/formats/edifact/answers/interchange_writer.js'
export { XmlWriter } from '../core/formats/xml/xml_writer.js'
export type { FormatContext, FormatEnd, MessageFormat } from '../core/formats/message_format.js'
export type { EdifactEnvelope, ReadMessage } from '../core/formats/format.js'
export type { XmlNode, XmlRecord } from '../core/formats/xml/read_records.js'
export type { Declaration, DeclaredItem, DeclaredParty, Lane } from '../core/cargo/declaration.js'
export type {
  Examination,
  ExaminationType,
  FindingKind,
  NotExamined,
  PlaceOfConcealment,
  QuantityUnit,
  Result,
  ToldFinding,
} from '../core/cargo/examination.js'
export type { Permit, PermitKind, PermitStatus, PermittedGoods } from '../core/cargo/permit.js'
export type { CargoReport, ReportedConsignment } from '../core/cargo/cargo_report.js'
export type { Consignment, Party, Place, Provenance } from '../core/cargo/consignment.js'
export type { Problem } from '../core/kernel/problem.js'
export { problem } from '../core/kernel/problem_codes.js'
export { parseLocalTime } from '../core/kernel/local_time.js'
export { blankConsignment, blankReport, messageOf } from './formats/blank.js'
export {
  blankDeclaration,
  blankExamination,
  blankPermit,
  declarationMessage,
  examinationMessage,
  permitMessage,
} from './formats/declared.js'
export { childOf, childrenOf, xmlRecordsOf } from './formats/xml_records.js'
export { linesOf, refOf, type Line } from './formats/lines.js'
export type { AsycudaReading } from '../core/formats/asycuda/reading.js'
export type { FilingFunction, Mode, Nature, PartyRole } from '../core/cargo/codes.js'
export type { AnyFactKey, Fact, FactKey, FactReader, PluginFactKey, PluginFactValue } from '../core/facts/catalogue.js'
export type { Field, Fields, MessageKey, ValuesOf, Verdict } from '../core/indicators/definition.js'

/** For the host: what a plugin contributes, and what is wrong with it. */
export {
  ANNOUNCED_KINDS,
  contributionsOf,
  contributionVersions,
  type Contribution,
  type ContributionKind,
} from './contribution_list.js'
export { defaultSettings, settingsOf, unfitSettings, type SettingValues } from './settings.js'
export { fault, faultLine, PLUGIN_FAULT_CODES, type PluginFault, type PluginFaultCode } from './checks/fault.js'
export type { PluginHost } from './checks/host.js'
export { buildFaults, ofPlugin, pluginFaults } from './checks/plugin_faults.js'
export { releasedFaults, releaseOf, type Released } from './checks/released.js'

/**
 * Version of this SDK; a plugin says which range of it it was built for.
 * @public
 */
export const SDK_VERSION = '0.1.0'
