import type { ConflictOfDuty } from '#platform/access/conflicts'
import type { Permission } from '#platform/access/permissions'
import { conflict, forbidden, type Failure } from '#platform/http/failure'
import type { Verdict } from './judge.js'
import { holdings, type AccessSnapshot } from './snapshot.js'

const NAMES = 3

/** A refusal in words: the rule, and who holds either side of it. */
export function explain(snapshot: AccessSnapshot, verdict: Exclude<Verdict, { is: 'allowed' | 'held' }>): Failure {
  if (verdict.is === 'conflict') {
    const { conflict: rule, person } = verdict
    return forbidden(`access.refused_${rule.code}`, {
      person: nameOf(snapshot, person),
      ...sidesOf(snapshot, rule, person),
    })
  }
  if (verdict.because === 'own_grant') return forbidden('administration.own_grant')
  return conflict(verdict.because === 'outdated' ? 'administration.access_changed' : 'administration.not_waivable')
}

/** Names of who holds each side, the person in question left out; `none` where nobody does. */
export function sidesOf(snapshot: AccessSnapshot, rule: ConflictOfDuty, except: string | null = null) {
  const held = holdings(snapshot)
  const holders = (side: readonly Permission[]) =>
    listed(
      [...held]
        .filter(([id, own]) => id !== except && side.some((each) => own.has(each)))
        .map(([id]) => nameOf(snapshot, id))
    )
  return { one: holders(rule.one), other: holders(rule.other) }
}

const nameOf = ({ officers }: AccessSnapshot, person: string): string =>
  officers.find(({ id }) => id === person)?.name ?? person

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.slice(0, NAMES).join(', ') + (names.length > NAMES ? ' …' : '')
