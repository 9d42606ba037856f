/** What other rooms may use of the administration's own house: people, units, sites. */
export { createOfficer, type NewOfficer } from './actions/create_officer.js'
export { addMember } from './actions/places/change_members.js'
export { createSite, type NewSite } from './actions/places/create_site.js'
export { createUnit, type NewUnit } from './actions/places/create_unit.js'
export { listSites, sitesOf, type Site } from './queries/places/list_sites.js'
export { unitsOf, type Unit } from './queries/places/list_units.js'
export { SITE_KINDS, type SiteKind } from './site_kinds.js'
export { resetFactorOf, sendPasswordReset } from './actions/reset_of_another.js'
