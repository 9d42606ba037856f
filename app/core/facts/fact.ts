import type {
  AnyFactKey,
  Fact,
  FactKey,
  FactReader,
  FactSnapshot,
  FactTypes,
  FactValue,
  MissingReason,
} from './catalogue.js'

/** The facts one part of the derivation answers for. */
export type Facts<K extends FactKey> = { readonly [P in K]: Fact<FactTypes[P]> }

export const known = <T>(value: T, from: readonly string[]): Fact<T> => ({ known: true, value, from })

export const missing = (why: MissingReason): Fact<never> => ({ known: false, why })

/** `null` means the message did not carry it. */
export const filed = <T>(value: T | null, path: string, absent: MissingReason = 'not_filed'): Fact<T> =>
  value === null ? missing(absent) : known(value, [path])

export const factReader = (snapshot: FactSnapshot): FactReader => ({
  get: <K extends AnyFactKey>(key: K) =>
    ((snapshot as Readonly<Record<string, Fact<unknown>>>)[key] ?? missing('no_reference')) as Fact<FactValue<K>>,
})
