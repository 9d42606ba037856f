/** Dangerous goods named in a description. */
export interface DangerInText {
  readonly unNumber: string | null
  readonly class: string | null
  /** The words that say so. */
  readonly words: string
}

/** A number behind UN is a dangerous good's unless a unit follows it: `UN 1200 KG` are units. */
const UN_NUMBER = /\bUN(?:[ ]?(?:NO|NR|#))?[ .:-]{0,2}([0-3]\d{3})\b(?!\s*(?:KGS?|PCS|CTNS?|UNITS?|CM|MM|ML|LTR?S?)\b)/i
const CLASS = /\b(?:CLASS|CL|IMO|IMDG)[ .:]{1,2}([1-9](?:\.[1-6])?)\b/i
const LITHIUM = /\bLITHIUM[ -](?:ION|METAL|POLYMER)?[ -]?BATTER(?:Y|IES)\b|\bPI[ ]?9(?:6[5-9]|70)\b/i
const LITHIUM_CLASS = '9'
/** How every word begins that those above look for. */
const MAY_NAME = /\b(?:UN|CL|IM|LITH|PI)/i
/** The sender says that it is none. */
const DENIED = /\bNOT?[ -](?:RESTRICTED|DANGEROUS|HAZARDOUS)\b|\bNON[ -]?(?:HAZ(?:ARDOUS)?|DG|DANGEROUS)\b/i

/** What a text says of dangerous goods; `null` for nothing, and for goods it calls not restricted. */
export const dangerIn = (text: string): DangerInText | null => {
  if (!MAY_NAME.test(text)) return null
  const number = UN_NUMBER.exec(text)
  const hazard = CLASS.exec(text)
  const lithium = LITHIUM.exec(text)
  if (DENIED.test(text) || !(number ?? lithium ?? hazard)) return null
  return {
    unNumber: number?.[1] ?? null,
    class: hazard?.[1] ?? (lithium ? LITHIUM_CLASS : null),
    words: (number ?? lithium ?? hazard)?.[0] ?? '',
  }
}
