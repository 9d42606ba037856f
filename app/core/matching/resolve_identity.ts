import type { FiledParty } from './identity_key.js'

/** A form that is known, and whose it is. */
export interface KnownForm extends FiledParty {
  readonly identity: string
}

export type Because = 'new' | 'identifier' | 'name'
export interface Resolved {
  /** `null`: of nobody known. */
  readonly identity: string | null
  readonly because: Because
}

/**
 * Whose a form is that was never filed before. First who has the same identifier, then who has the
 * same compared name; a country that was not filed contradicts none, another country always does, and so
 * does another number of the same type. Two who fit are none: a person decides, nothing is guessed.
 */
export const resolveIdentity = (form: FiledParty, known: readonly KnownForm[]): Resolved => {
  const identities = [...Map.groupBy(known, ({ identity }) => identity)].filter(([, forms]) => !elsewhere(form, forms))
  const sameNumber = identities.filter(([, forms]) => form.identifier !== null && forms.some(hasNumber(form)))
  if (sameNumber.length > 0) return of(sameNumber, 'identifier')
  const sameName = identities.filter(
    ([, forms]) => form.name !== '' && forms.some(({ name }) => name === form.name) && !otherNumber(form, forms)
  )
  return of(sameName, 'name')
}

const of = (fitting: readonly (readonly [string, unknown])[], because: Because): Resolved =>
  fitting.length === 1 ? { identity: fitting[0]![0], because } : { identity: null, because: 'new' }

const hasNumber =
  ({ identifier }: FiledParty) =>
  (form: FiledParty) =>
    form.identifier === identifier

const elsewhere = ({ country }: FiledParty, forms: readonly FiledParty[]): boolean => {
  const countries = forms.flatMap((form) => form.country ?? [])
  return country !== null && countries.length > 0 && !countries.includes(country)
}

/** Of one type a party has one number. */
const otherNumber = ({ identifier }: FiledParty, forms: readonly FiledParty[]): boolean => {
  const typeOf = (number: string) => number.slice(0, number.indexOf(':') + 1)
  return (
    identifier !== null &&
    forms.some((form) => form.identifier?.startsWith(typeOf(identifier)) && form.identifier !== identifier)
  )
}
