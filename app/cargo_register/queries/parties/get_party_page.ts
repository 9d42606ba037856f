import { countParties, type CountedKey } from '../history/count_parties.js'
import { consignmentsOfParty, type ConsignmentOfParty } from './consignments_of_party.js'
import { decisionsOfParty, formsOfParty } from './get_party.js'
import { suggestTwins } from './suggest_twins.js'

/** Of the consignments that were read, so many are listed. */
const LISTED = 25
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** What the page of one party shows; `null` where it is not there or not to be seen. Nothing is kept of it: it is read from what was filed. */
export async function getPartyPage(identity: string, now: Date) {
  const forms = await formsOfParty(identity)
  if (forms.length === 0) return null
  const keys = forms.map(({ key }) => key)
  const until = now.getTime()
  const [consignee, consignor] = await countParties([
    { kind: 'consignee', keys, others: [''], until },
    { kind: 'consignor', keys, others: [''], until },
  ])
  const consignments = await consignmentsOfParty(keys)
  const twins = await suggestTwins(
    identity,
    forms,
    consignments.slice(0, LISTED).map(({ id }) => id)
  )
  return {
    party: { id: identity, name: forms[0]!.shown },
    forms: forms.map(({ key: _key, name: _name, firstSeenAt, ...form }) => ({
      ...form,
      firstSeenAt: firstSeenAt.toISOString(),
    })),
    figures: { consignee: figures(consignee!), consignor: figures(consignor!) },
    filed: filedOf(consignments),
    consignments: consignments.slice(0, LISTED).map(({ party: _party, firstRegisteredAt, ...each }) => ({
      ...each,
      firstRegisteredAt: firstRegisteredAt.toISOString(),
    })),
    read: consignments.length,
    twins,
    decisions: (await decisionsOfParty(identity)).map(({ at, undoneAt, ...decision }) => ({
      ...decision,
      at: at.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
  }
}

const figures = ({ count, count12Months, count90Days, count30Days, firstSeen, lastSeen, partners }: CountedKey) => ({
  count,
  count12Months,
  count90Days,
  count30Days,
  firstSeen: iso(firstSeen),
  lastSeen: iso(lastSeen),
  partners,
})

/** Every spelling, number, address and contact as filed, with how many of the consignments have it, the most frequent first. */
function filedOf(consignments: readonly ConsignmentOfParty[]) {
  const parties = consignments.map(({ party }) => party)
  return {
    names: counted(parties.flatMap(({ name }) => name ?? [])),
    identifiers: counted(
      parties.flatMap(({ identifiers }) => identifiers.map(({ type, value }) => `${type} ${value}`))
    ),
    addresses: counted(parties.flatMap(({ address }) => address ?? [])),
    contacts: counted(parties.flatMap(({ contacts }) => contacts.map(({ value }) => value))),
  }
}

const counted = (values: readonly string[]): { value: string; times: number }[] => {
  const times = new Map<string, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].map(([value, count]) => ({ value, times: count })).sort((a, b) => b.times - a.times)
}
