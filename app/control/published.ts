export { createAdministration, type NewAdministration } from './actions/create_administration.js'
export { createOperator } from './actions/create_operator.js'
