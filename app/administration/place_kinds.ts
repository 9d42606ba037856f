/** The two kinds of places an officer is assigned to: units to decide, sites to look. */
export const PLACE_KINDS = ['unit', 'site'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
