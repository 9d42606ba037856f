import type { IsoInstant, Sentence } from '../../../props/shared.js'

/** One setting, from its own description. */
export interface SettingView {
  name: string
  kind: 'decimal' | 'integer' | 'text' | 'flag' | 'codes'
  label: string
  value: string | number | boolean | string[]
  default: string | number | boolean | string[]
  min: number | null
  max: number | null
}

export interface ContributionView {
  kind: string
  code: string
  /** `null`: dated or unversioned, as code lists and screens are. */
  version: number | null
  title: string | null
  /** What an officer should know of it: hours of a deadline, rows of a list. */
  detail: Sentence | null
  /** Checked and listed; nothing in this build reads it. */
  announced: boolean
}

export interface PluginShowProps {
  plugin: {
    id: string
    version: string
    sdk: string
    country: { code: string; name: string; timezone: string; currency: string }
    /** BCP 47. */
    languages: string[]
  }
  state: 'enabled' | 'disabled' | 'available'
  changed: { at: IsoInstant; by: string | null } | null
  contributions: ContributionView[]
  settings: SettingView[]
  /** What the form saw: a change of somebody else in between is refused. */
  settingsRevision: number
  upgrade: {
    from: string
    to: string
    changes: { what: string; from: number | null; to: number | null }[]
    settings: { name: string; is: 'new' | 'gone' }[]
  } | null
  /** Saved work that keeps it from being disabled, by name. */
  pins: { kind: string; id: string; name: string }[]
  /** Messages of the last 30 days that its format profiles read. */
  recentlyRead: number
}
