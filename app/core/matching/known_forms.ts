import type { FiledParty } from './identity_key.js'
import { resolveIdentity, type KnownForm, type Resolved } from './resolve_identity.js'

/** A compared name that more keys bear tells nobody: of hundreds of one name it says nothing which of them is meant. */
export const MOST_BEARERS = 30

/** Known forms by what they are looked for: of thousands, a new form is compared with those of its name or number. */
export class KnownForms {
  readonly #ofName = new Map<string, Set<string>>()
  readonly #ofIdentifier = new Map<string, Set<string>>()
  readonly #forms = new Map<string, KnownForm[]>()
  readonly #common: ReadonlySet<string>

  /** @param common names that more than `MOST_BEARERS` keys bear; no form is known by one */
  constructor(forms: Iterable<KnownForm>, common: Iterable<string>) {
    this.#common = new Set(common)
    for (const form of forms) this.add(form)
  }

  add(form: KnownForm): void {
    if (form.name !== '' && !this.#common.has(form.name)) put(this.#ofName, form.name, form.identity)
    if (form.identifier !== null) put(this.#ofIdentifier, form.identifier, form.identity)
    const forms = this.#forms.get(form.identity)
    if (forms) forms.push(form)
    else this.#forms.set(form.identity, [form])
  }

  /** Whose a form is that was never filed before (`resolveIdentity`). */
  whose(form: FiledParty): Resolved {
    const told = this.#common.has(form.name) ? { ...form, name: '' } : form
    const near = new Set(this.#ofName.get(told.name))
    for (const identity of this.#ofIdentifier.get(told.identifier ?? '') ?? []) near.add(identity)
    return resolveIdentity(
      told,
      [...near].flatMap((identity) => this.#forms.get(identity) ?? [])
    )
  }
}

function put(map: Map<string, Set<string>>, key: string, identity: string): void {
  const known = map.get(key)
  if (known) known.add(identity)
  else map.set(key, new Set([identity]))
}
