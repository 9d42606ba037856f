/** What other rooms may use of the audit. */
export { trailOf, type Trail } from './queries/trail_of.js'
