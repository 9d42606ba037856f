import { CAN_STILL_ARRIVE } from '../../facts/catalogue.js'
import type { Verdict } from '../../indicators/definition.js'

export type Unknown = Extract<Verdict, { is: 'unknown' }>

export const canArrive = ({ why }: Unknown): boolean => CAN_STILL_ARRIVE.has(why)

/** What keeps a profile from being known to apply, and whether the facts that would decide it can still come in. */
export interface Undecided {
  readonly because: Unknown
  readonly canArrive: boolean
}

/** @param any empty where one of `any` hits. Every open one of `all` must arrive, but one of `any` is enough. */
export const undecided = (all: readonly Unknown[], any: readonly Unknown[]): Undecided => {
  const deciding = any.find(canArrive) ?? any[0]
  const open = deciding === undefined ? all : [...all, deciding]
  const because = open.find(canArrive) ?? open[0]
  if (because === undefined) throw new Error('E_PROFILE_DECIDED: nothing about it is unknown')
  return { because, canArrive: open.every(canArrive) }
}
