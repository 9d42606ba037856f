/**
 * Props that every page receives. A closed list (SECURITY T23): nothing else is shared.
 * Instants are ISO 8601 strings with an offset (`2026-11-26T13:00:00Z`); the page shows
 * them in `locale.timezone`.
 */
export type IsoInstant = string

/** A sentence to translate: `key` is `<room>.<name>`, params fill the ICU text. */
export interface Sentence {
  key: string
  params: Record<string, string | number>
}

export interface Locale {
  /** BCP 47, e.g. `es`. */
  code: string
  dir: 'ltr' | 'rtl'
  /** IANA zone of the administration; `UTC` for operators. */
  timezone: string
}

export interface NavigationItem {
  key: string
  /** Translation key. */
  label: string
  href: string
  /** Lucide name without prefix, e.g. `ship`. */
  icon: string
  count: number | null
}

export interface NavigationGroup {
  key: string
  /** Translation key; `null` for the first group, which has no heading. */
  label: string | null
  items: NavigationItem[]
}

export interface SharedAdministration {
  /** As in the path, e.g. `GT`. */
  code: string
  name: string
  /** Ports of the officer's units, e.g. `Puerto Quetzal, Puerto Barrios`; `null`: the whole administration. */
  place: string | null
  /** Lines at the head of what is printed, by key; empty: the name. */
  letterhead: string[]
  /** Marks every page with "Demonstration data". */
  demonstration: boolean
}

export interface SharedUser {
  id: string
  name: string
  /** Role name in the reader's language. */
  role: string
  permissions: string[]
}

/** One message after a redirect; errors stay on their field or panel instead. */
export interface Flash {
  kind: 'done' | 'refused'
  sentence: Sentence
}

export interface SharedProps {
  locale: Locale
  /** Languages to choose from, each named in itself. */
  languages: { code: string; name: string }[]
  /** Flat record of the current language, `room.key` → ICU text; sent once a language. */
  messages: Record<string, string>
  administration: SharedAdministration | null
  user: SharedUser | null
  navigation: NavigationGroup[]
  flash: Flash | null
  /** True outside production: missing keys are marked, laws of components are checked. */
  development: boolean
  /** Field → translated sentence, from validation. */
  errors: Record<string, string>
}

/** Something that is no longer kept, on purpose: since when, and by which rule (`privacy.erased_<rule>`). */
export interface ErasureView {
  at: IsoInstant | null
  rule: string
}
