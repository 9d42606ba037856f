import { CAN_STILL_ARRIVE } from '#core/facts/catalogue'
import type { Verdict } from '#core/indicators/definition'
import type { Condition, ProfileDocument } from '#core/profiles/document'

type Unknown = Extract<Verdict, { is: 'unknown' }>

/** Whether a profile applies: every `all` hits and, where there are any, one of `any`. */
export type Application =
  | { readonly is: 'applies' }
  | { readonly is: 'does_not' }
  /** `canArrive`: whether the facts that would decide it can still come in. */
  | { readonly is: 'unknown'; readonly because: Unknown; readonly canArrive: boolean }

export const application = (document: ProfileDocument, judge: (condition: Condition) => Verdict): Application => {
  const all = document.all.map(judge)
  const any = document.any.map(judge)
  if (all.some((verdict) => verdict.is === 'clear')) return { is: 'does_not' }
  const openAll = all.filter((verdict) => verdict.is === 'unknown')
  const openAny = any.some((verdict) => verdict.is === 'hit') ? [] : any.filter((verdict) => verdict.is === 'unknown')
  if (any.length > 0 && openAny.length === 0 && !any.some((verdict) => verdict.is === 'hit')) return { is: 'does_not' }
  // Every open one of `all` must arrive, but one of `any` is enough.
  const deciding = openAny.find(canArrive) ?? openAny[0]
  const open = [...openAll, ...(deciding ? [deciding] : [])]
  const because = open.find(canArrive) ?? open[0]
  return because === undefined ? { is: 'applies' } : { is: 'unknown', because, canArrive: open.every(canArrive) }
}

export const canArrive = (verdict: Unknown): boolean => CAN_STILL_ARRIVE.has(verdict.why)
