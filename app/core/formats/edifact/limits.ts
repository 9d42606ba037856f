/** What one file may cost (SECURITY T46). Whatever goes beyond is passed over with a `SYN-LIMIT`. */
export interface Limits {
  /** Bytes of one segment. */
  readonly segmentBytes: number
  /** Bytes of one Message; it is held in memory while it is read, at twenty times its size. */
  readonly messageBytes: number
  /** Segments and consignments (CNI) of one Message: short ones cost a hundred times their bytes. */
  readonly segments: number
  readonly consignments: number
  readonly elements: number
  /** Problems kept for one Message (those that make a consignment unusable are always kept). */
  readonly problems: number
  /** NUL bytes in a row after which the rest of the file is not read. */
  readonly nulRun: number
}

export const LIMITS: Limits = {
  segmentBytes: 64 * 1024,
  messageBytes: 24 * 1024 * 1024,
  segments: 1_000_000,
  consignments: 50_000,
  elements: 100,
  problems: 1_000,
  nulRun: 1_024,
}
