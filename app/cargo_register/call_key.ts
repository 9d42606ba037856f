import { normaliseMeans } from '#core/matching/normalise_means'

/** What a call can be found by: a voyage or an IMO number, at a port. */
export interface CallName {
  voyage: string | null
  imo: string | null
  /** Name of the ship: where messages have no field for it, people write it before the voyage (`CARO 30/15`). */
  means?: string | null
  /** UN/LOCODE of the port of the call. */
  port: string | null
}

const WORD_BEFORE_NUMBER = /^(?:VIAJE|VOYAGE|VOY|VJE|VGE|V)(?:NUMERO|NO|NUM|NR)?(?=0*\d)/

/** A voyage as it is compared: `Viaje 0135-EW` and `135EW` are one. Empty when nothing is left. */
export const voyageKey = (voyage: string | null): string =>
  (voyage ?? '')
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(WORD_BEFORE_NUMBER, '')
    .replace(/^0+(?=[A-Z0-9])/, '')

/** The ways in which a voyage is written, without and with the ship before it. */
export const voyageKeys = ({ voyage, means }: Pick<CallName, 'voyage' | 'means'>): string[] => {
  const number = voyageKey(voyage)
  if (number === '') return []
  return means ? [number, voyageKey(`${normaliseMeans(means)} ${voyage}`)] : [number]
}

/** Keys under which a call and its manifests meet, the most telling first; none without a port. */
export const callKeys = (call: CallName): string[] => {
  const { imo, port } = call
  if (!port) return []
  const [number, ...written] = voyageKeys(call).map((key) => `voyage:${key}@${port}`)
  return [...(number ? [number] : []), ...(imo ? [`imo:${imo}@${port}`] : []), ...written]
}
