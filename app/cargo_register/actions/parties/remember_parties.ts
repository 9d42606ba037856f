import type { Consignment, Party } from '#core/cargo/consignment'
import type { Instant } from '#core/kernel/instant'
import { filedParty, type FiledParty } from '#core/matching/identity_key'
import { partyOf } from '#core/matching/history_keys'
import { KnownForms, MOST_BEARERS } from '#core/matching/known_forms'
import type { Because, KnownForm } from '#core/matching/resolve_identity'
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

/**
 * All forms of the identities that one of the new ones could belong to. Of a name that too many bear none is read,
 * only that it is so: a filing of hundreds of new keys would else read all that were ever filed.
 */
async function related(fresh: readonly NewForm[]): Promise<KnownForms> {
  const found = await rows<KnownForm & { common: boolean }>(
    `with bearers as materialized (
       select w.name, k.identity from unnest(?::text[]) as w (name)
        cross join lateral (select identity from tenant.identity_keys where name collate "C" = w.name limit ${MOST_BEARERS + 1}) k),
     common as materialized (select name from bearers group by name having count(*) > ${MOST_BEARERS})
     select k.key, k.identity, k.identifier, k.name, k.country, false as common from tenant.identity_keys k
      where k.identity in (
        select identity from bearers where name not in (select name from common)
        union select identity from tenant.identity_keys where number = any(?::text[]))
     union all select null, null, null, name, null, true from common`,
    [
      [...new Set(fresh.map(({ name }) => name).filter((name) => name !== ''))],
      fresh.flatMap(({ identifier }) => identifier?.split(':')[1] ?? []),
    ]
  )
  const [common, forms] = [found.filter((row) => row.common), found.filter((row) => !row.common)]
  return new KnownForms(
    forms,
    common.map(({ name }) => name)
  )
}

const resolve = (fresh: readonly NewForm[], known: KnownForms): NewKey[] =>
  fresh.map((form) => {
    const { identity, because } = known.whose(form)
    const key = { ...form, id: uuidv7(), identity: identity ?? uuidv7(), because }
    known.add(key)
    return key
  })

/** In the order of the keys: two filings that bring the same ones wait for each other in the same order. */
const write = (keys: readonly NewKey[], at: Instant): Promise<number> =>
  execute(
    `insert into tenant.identity_keys (tenant_id, key, id, identity, identifier, number, name, country, shown, because, first_seen_at)
     select ?::uuid, key, id, identity, identifier, split_part(identifier, ':', 2), name, country, shown, because, ?::timestamptz
       from json_to_recordset(?::json) as k (key text, id uuid, identity uuid, identifier text, name text, country text, shown text, because text)
     on conflict (tenant_id, key) do nothing`,
    [tenancy.current().administration.id, new Date(at), JSON.stringify(keys)]
  )
