export { createOfficer, type NewOfficer } from './actions/create_officer.js'
