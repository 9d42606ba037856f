/**
 * The published SDK (`#sdk`): the only module a plugin may import. What a plugin hands over is
 * data and pure functions; the platform registers it, and each administration enables it.
 */
export { definePlugin, type CountryDefinition, type LocaleLoader, type PluginDefinition } from './plugin.js'
export type { Clue, FormatProfile, SenderRules } from '../core/formats/profile.js'
export type {
  CountField,
  CuscarReading,
  MeasureRule,
  PlaceField,
  PlaceRule,
  ReferenceSource,
} from '../core/formats/edifact/cuscar/reading.js'
export type { FilingFunction, Mode, Nature, PartyRole } from '../core/cargo/codes.js'
export type { FactKey } from '../core/facts/catalogue.js'
export type { MessageKey } from '../core/indicators/definition.js'

/**
 * Version of this SDK; a plugin says which range of it it was built for.
 * @public
 */
export const SDK_VERSION = '0.1.0'
