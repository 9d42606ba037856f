/** What a call can be found by: a voyage or an IMO number, at a port. */
export interface CallName {
  voyage: string | null
  imo: string | null
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

/** Keys under which a call and its manifests meet, the most telling first; none without a port. */
export const callKeys = ({ voyage, imo, port }: CallName): string[] => {
  if (!port) return []
  const number = voyageKey(voyage)
  return [...(number ? [`voyage:${number}@${port}`] : []), ...(imo ? [`imo:${imo}@${port}`] : [])]
}
