import { planTraffic } from '#database/seeders/demo/plan'
import type { DemoAdministration, TrafficMessage, TrafficRequest } from '#database/seeders/demo/traffic'

export const NOW = Date.UTC(2026, 10, 24, 13, 12)
export const SEED = 20261124
export const ADMINISTRATIONS: readonly DemoAdministration[] = ['GT', 'JM']

export const request = (administration: DemoAdministration, rest: Partial<TrafficRequest> = {}): TrafficRequest => ({
  seed: SEED,
  now: NOW,
  administration,
  ...rest,
})

const made = new Map<DemoAdministration, readonly TrafficMessage[]>()
/** The default traffic, made once for all tests of a process. */
export const traffic = (administration: DemoAdministration): readonly TrafficMessage[] => {
  const found = made.get(administration) ?? [...planTraffic(request(administration)).messages()]
  made.set(administration, found)
  return found
}

export const textOf = (message: TrafficMessage): string => Buffer.from(message.bytes).toString('latin1')

/** Segments of an interchange written with the default separators. */
export const segmentsOf = (message: TrafficMessage): string[] =>
  textOf(message)
    .split(/(?<!\?)'\n/)
    .filter((segment) => segment !== '')

/** What is written in EDIFACT; the rest is XML. */
export const interchanges = (administration: DemoAdministration): readonly TrafficMessage[] =>
  traffic(administration).filter(({ type }) => type === 'CUSCAR')

export const current = (administration: DemoAdministration): readonly TrafficMessage[] =>
  traffic(administration).filter(({ historical }) => !historical)
