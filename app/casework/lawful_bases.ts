/**
 * By which law a case is told outside the house, to a court as to a partner; the reference beside it names the
 * article, the agreement, the order or the treaty. Their words: `cases.basis_<code>`.
 */
export const LAWFUL_BASES = [
  'customs_law',
  'agency_law',
  'criminal_procedure',
  'court_order',
  'agreement',
  'treaty',
  'mutual_assistance',
  'administrative_appeal',
  'other',
] as const
export type LawfulBasis = (typeof LAWFUL_BASES)[number]
