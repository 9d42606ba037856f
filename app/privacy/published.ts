/** What other rooms may use of privacy. */
export { restrictedAmong } from './queries/restricted.js'
