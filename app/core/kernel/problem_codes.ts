import type { Problem, Severity } from './problem.js'
import type { SourceRef } from './source_ref.js'

/** `syntax` of the message, `reference` values, `totals`, `meaning`, `versions` of one document. */
export type ProblemLayer = 'syntax' | 'reference' | 'totals' | 'meaning' | 'versions'

const code = (layer: ProblemLayer, severity: Severity) => ({ layer, severity })

/**
 * The closed list of what can be wrong in data (FORMATS appendix F), with the severity it has
 * unless a reader knows better. The sentence of each stands in `problems.json` under its code.
 */
export const PROBLEM_CODES = {
  'SYN-NOT-UNDERSTOOD': code('syntax', 'fatal'),
  'SYN-CHARSET': code('syntax', 'warning'),
  'SYN-BOM': code('syntax', 'info'),
  'SYN-UTF16': code('syntax', 'info'),
  'SYN-NUL': code('syntax', 'warning'),
  'SYN-MOJIBAKE': code('syntax', 'warning'),
  'SYN-COUNT': code('syntax', 'warning'),
  'SYN-REFERENCE': code('syntax', 'warning'),
  'SYN-UNESCAPED': code('syntax', 'warning'),
  'SYN-RELEASE': code('syntax', 'warning'),
  'SYN-WRAP': code('syntax', 'info'),
  'SYN-TRUNCATED': code('syntax', 'warning'),
  'SYN-SKIPPED': code('syntax', 'warning'),
  'SYN-NO-ENVELOPE': code('syntax', 'info'),
  'SYN-DUP-REF': code('syntax', 'warning'),
  'SYN-UNKNOWN-TAG': code('syntax', 'info'),
  'SYN-XML-REPAIRED': code('syntax', 'warning'),
  'SYN-DTD': code('syntax', 'fatal'),
  'SYN-LIMIT': code('syntax', 'warning'),
  'SYN-MANY': code('syntax', 'warning'),
  'SYN-DATE': code('syntax', 'warning'),
  'SYN-NUMBER': code('syntax', 'warning'),
  'REF-LOCODE': code('reference', 'warning'),
  'REF-PACKAGE': code('reference', 'info'),
  'REF-UNIT': code('reference', 'warning'),
  'REF-COUNTRY': code('reference', 'warning'),
  'REF-CURRENCY': code('reference', 'info'),
  'REF-ISO-TYPE': code('reference', 'warning'),
  'REF-SEAL': code('reference', 'info'),
  'REF-HS': code('reference', 'warning'),
  'REF-CODE': code('reference', 'warning'),
  'REF-CHECKDIGIT-CTN': code('reference', 'warning'),
  'REF-CHECKDIGIT-IMO': code('reference', 'warning'),
  'REF-CHECKDIGIT-TAXID': code('reference', 'warning'),
  'TOT-WEIGHT': code('totals', 'warning'),
  'TOT-PACKAGES': code('totals', 'warning'),
  'TOT-COUNT': code('totals', 'warning'),
  'TOT-MASTER-HOUSE': code('totals', 'warning'),
  'TOT-REPEATED': code('totals', 'info'),
  'SEM-DOCUMENT-MISSING': code('meaning', 'error'),
  'SEM-MANIFEST-MISSING': code('meaning', 'warning'),
  'SEM-FIELD-MISSING': code('meaning', 'warning'),
  'SEM-CONSTANT': code('meaning', 'warning'),
  'SEM-RATIO-CONSTANT': code('meaning', 'warning'),
  'SEM-FUNCTION': code('meaning', 'warning'),
  'SEM-NATURE-CONFLICT': code('meaning', 'info'),
  'SEM-EQUIPMENT-UNDECLARED': code('meaning', 'warning'),
  'SEM-EQUIPMENT-OVERLAP': code('meaning', 'warning'),
  'SEM-SHIP-CONFLICT': code('meaning', 'warning'),
  'SEM-ADDR-COUNTRY': code('meaning', 'warning'),
  'SEM-DG-TEXT': code('meaning', 'warning'),
  'SEM-PII': code('meaning', 'info'),
  'SEM-TO-ORDER': code('meaning', 'info'),
  'SEM-SAME-AS': code('meaning', 'info'),
  'SEM-AS-AGENT': code('meaning', 'info'),
  'SEM-BANK': code('meaning', 'info'),
  'VER-DUPLICATE': code('versions', 'info'),
  'VER-REPLACED-SAME-FN': code('versions', 'warning'),
  'VER-LATE-CHANGE': code('versions', 'warning'),
  'VER-REMOVED-IN-RESEND': code('versions', 'warning'),
  'VER-RENUMBERED': code('versions', 'warning'),
  'VER-ORPHAN-HOUSE': code('versions', 'warning'),
  'VER-ORPHAN-MASTER': code('versions', 'warning'),
  'VER-UNKNOWN-DOCUMENT': code('versions', 'warning'),
  'VER-UNKNOWN-CONSIGNMENT': code('versions', 'warning'),
  'SEM-TYPE-NOT-READ': code('meaning', 'error'),
  'SYN-GAVE-UP': code('syntax', 'fatal'),
} as const satisfies Readonly<Record<string, { layer: ProblemLayer; severity: Severity }>>

export type ProblemCode = keyof typeof PROBLEM_CODES

export interface ProblemDetails {
  readonly at?: SourceRef | undefined
  readonly params?: Readonly<Record<string, string | number>>
  readonly consignment?: number | undefined
  /** Instead of the usual one. */
  readonly severity?: Severity
}

/** Builds a Problem with its usual severity. */
export const problem = (problemCode: ProblemCode, details: ProblemDetails = {}): Problem => ({
  code: problemCode,
  severity: details.severity ?? PROBLEM_CODES[problemCode].severity,
  ...(details.at && { at: details.at }),
  ...(details.params && { params: details.params }),
  ...(details.consignment !== undefined && { consignment: details.consignment }),
})
