/** What one XML document may cost (SECURITY T45). */
export interface XmlLimits {
  /** Bytes of the file; nothing is read behind them. */
  readonly documentBytes: number
  /** Elements within each other. */
  readonly depth: number
  readonly elements: number
  readonly attributes: number
  /** Characters of a name. */
  readonly name: number
  /** Characters of one tag with its attributes. */
  readonly tag: number
  /** Characters of the text of one element; what is more is passed over. */
  readonly text: number
  /** Problems kept for one Message (those that make a consignment unusable are always kept). */
  readonly problems: number
}

export const XML_LIMITS: XmlLimits = {
  documentBytes: 50 * 1024 * 1024,
  depth: 64,
  elements: 5_000_000,
  attributes: 128,
  name: 256,
  tag: 8_192,
  text: 1024 * 1024,
  problems: 1_000,
}
