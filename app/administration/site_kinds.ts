/** What is done at a site (check of table `sites`); texts `administration.site_kind_<kind>`. */
export const SITE_KINDS = ['yard', 'scanner', 'warehouse', 'airport', 'border', 'laboratory'] as const
export type SiteKind = (typeof SITE_KINDS)[number]
