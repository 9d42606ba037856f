/** Where pages of units, sites and partner agencies lie. */
export const PLACE_FOLDERS = { unit: 'units', site: 'sites', agency: 'agencies' } as const
export type PlaceKind = keyof typeof PLACE_FOLDERS
