import type { Consignment, Party } from '#core/cargo/consignment'
import type { Instant } from '#core/kernel/instant'
import { filedParty, type FiledParty } from '#core/matching/identity_key'
import { partyOf } from '#core/matching/history_keys'
import { resolveIdentity, type Because, type KnownForm } from '#core/matching/resolve_identity'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Parties who are somebody to the administration; carriers and forwarders of a message are not counted. */
const REMEMBERED: readonly Party['role'][] = ['consignor', 'consignee', 'notify']
/** Of a name as it is shown. */
const LONGEST_SHOWN = 300

interface NewForm extends FiledParty {
  shown: string
}
interface NewKey extends NewForm {
  id: string
  identity: string
  because: Because
}

/**
 * Keys that were never filed before get an identity: that of the one party they belong to by rule, or one
 * of their own. A key keeps its identity until a person moves it. One look, where all are known.
 */
export async function rememberParties(documents: readonly Pick<Consignment, 'parties'>[], at: Instant): Promise<void> {
  const forms = formsOf(documents)
  const known = await rows<{ key: string }>(`select key from tenant.identity_keys where key = any(?::text[])`, [
    [...forms.keys()],
  ])
  for (const { key } of known) forms.delete(key)
  if (forms.size === 0) return
  const fresh = [...forms.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  await write(resolve(fresh, await related(fresh)), at)
}

function formsOf(documents: readonly Pick<Consignment, 'parties'>[]): Map<string, NewForm> {
  const forms = new Map<string, NewForm>()
  for (const { parties } of documents) {
    for (const role of REMEMBERED) {
      const party = partyOf(parties, role)
      const form = party && filedParty(party)
      if (form && !forms.has(form.key))
        forms.set(form.key, { ...form, shown: (party.name ?? form.identifier ?? '').slice(0, LONGEST_SHOWN) })
    }
  }
  return forms
}

/** All forms of the identities that one of the new ones could belong to. */
const related = (fresh: readonly NewForm[]): Promise<KnownForm[]> =>
  rows<KnownForm>(
    `select k.key, k.identity, k.identifier, k.name, k.country from tenant.identity_keys k
      where k.identity in (
        select identity from tenant.identity_keys where name <> '' and name collate "C" = any(?::text[])
        union select identity from tenant.identity_keys where number = any(?::text[]))`,
    [fresh.map(({ name }) => name), fresh.flatMap(({ identifier }) => identifier?.split(':')[1] ?? [])]
  )

function resolve(fresh: readonly NewForm[], related: readonly KnownForm[]): NewKey[] {
  const known = [...related]
  return fresh.map((form) => {
    const near = known.filter(
      ({ name, identifier }) =>
        (name !== '' && name === form.name) || (identifier !== null && identifier === form.identifier)
    )
    const touched = new Set(near.map(({ identity }) => identity))
    const { identity, because } = resolveIdentity(
      form,
      known.filter((each) => touched.has(each.identity))
    )
    const key = { ...form, id: uuidv7(), identity: identity ?? uuidv7(), because }
    known.push(key)
    return key
  })
}

/** In the order of the keys: two filings that bring the same ones wait for each other in the same order. */
const write = (keys: readonly NewKey[], at: Instant): Promise<number> =>
  execute(
    `insert into tenant.identity_keys (tenant_id, key, id, identity, identifier, number, name, country, shown, because, first_seen_at)
     select ?::uuid, key, id, identity, identifier, split_part(identifier, ':', 2), name, country, shown, because, ?::timestamptz
       from json_to_recordset(?::json) as k (key text, id uuid, identity uuid, identifier text, name text, country text, shown text, because text)
     on conflict (tenant_id, key) do nothing`,
    [tenancy.current().administration.id, new Date(at), JSON.stringify(keys)]
  )
