/** Partner agencies by what they are (check of table `agencies`); texts `administration.agency_kind_<kind>`. */
export const AGENCY_KINDS = [
  'police',
  'border',
  'health',
  'agriculture',
  'environment',
  'tax',
  'security',
  'joint_unit',
  'other',
] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]
