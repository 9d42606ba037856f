/** What an officer is assigned to: units to decide, sites to look, a partner agency to be of another house. */
export const PLACE_KINDS = ['unit', 'site', 'agency'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
