import { mergeIdentities } from '#app/cargo_register/actions/parties/merge_identities'
import { splitIdentity } from '#app/cargo_register/actions/parties/split_identity'
import { undoDecision } from '#app/cargo_register/actions/parties/undo_decision'
import type { Step } from './fixtures/cargo_steps.js'
import { ask } from './intake.js'
import type { Place } from './world.js'

type Deciding = Extract<Step, { act: 'merge' | 'split' | 'undo' }>

export const isDeciding = (step: Step): step is Deciding => ['merge', 'split', 'undo'].includes(step.act)

/** Identities and decisions are told by numbers that only grow; what is refused is refused. Returns whether it was done. */
export async function takeDecision(place: Place, step: Deciding): Promise<boolean> {
  const officerId = place.officers.supervisor!.id
  const pick = async (which: number, sql: string) => {
    const all = await ask<{ id: string }>(place, sql)
    return all[which % Math.max(all.length, 1)]?.id
  }
  const identity = (which: number) =>
    pick(which, `select identity::text as id from tenant.identity_keys group by identity order by min(key collate "C")`)
  const reason = 'a person looked'
  if (step.act === 'merge') {
    const [from, into] = [await identity(step.from), await identity(step.into)]
    if (!from || !into) return false
    return (await place.run(() => mergeIdentities({ from, into, reason, officerId }))).ok
  }
  if (step.act === 'undo') {
    // One of the last two: an older one is mostly built upon.
    const decision = await pick(
      step.which,
      `select id from tenant.identity_decisions where undone_at is null order by id desc limit 2`
    )
    if (!decision) return false
    return (await place.run(() => undoDecision({ decision, reason, officerId }))).ok
  }
  const from = await pick(
    step.which,
    `select identity::text as id from tenant.identity_keys group by identity having count(*) > 1 order by min(key collate "C")`
  )
  if (!from) return false
  const held = await ask<{ id: string }>(
    place,
    `select id from tenant.identity_keys where identity = ? order by key collate "C"`,
    [from]
  )
  const keys = held.slice(0, 1 + (step.keys % (held.length - 1))).map(({ id }) => id)
  return (await place.run(() => splitIdentity({ from, keys, reason, officerId }))).ok
}

export interface PartyIds {
  party: string
  /** Two parties made one, and the key that came in. */
  paired: string
  pairedKey: string
  /** What made `party` of two. */
  partyDecision: string
}

/** Of the manifest that collides: two merges that stand. */
export async function decideParties(place: Place): Promise<PartyIds> {
  const officerId = place.officers.supervisor!.id
  const keyOf = async (name: string) => {
    const [key] = await ask<{ id: string; identity: string }>(
      place,
      `select id, identity from tenant.identity_keys where name like ? order by key limit 1`,
      [`%${name}`]
    )
    if (!key) throw new Error(`nobody is called ${name}`)
    return key
  }
  const merge = async (from: string, into: string) => {
    const merged = await place.run(() => mergeIdentities({ from, into, reason: 'the same people', officerId }))
    if (!merged.ok) throw new Error(`not merged: ${JSON.stringify(merged.error)}`)
    return merged.value
  }
  const [party, trader] = [await keyOf('SAME NAME'), await keyOf('TRADERS')]
  const [paired, exporter] = [await keyOf('HOLDINGS'), await keyOf('EXPORTADORA DE EJEMPLO')]
  const mistaken = await merge(exporter.identity, party.identity)
  const undone = await place.run(() => undoDecision({ decision: mistaken, reason: 'somebody else', officerId }))
  if (!undone.ok) throw new Error(`not taken back: ${JSON.stringify(undone.error)}`)
  await merge(exporter.identity, paired.identity)
  return {
    party: party.identity,
    paired: paired.identity,
    pairedKey: exporter.id,
    partyDecision: await merge(trader.identity, party.identity),
  }
}
