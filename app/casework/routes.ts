/** The routes of casework, one list for each of its parts. */
import './cases/routes.js'
import './court/routes.js'
import './inspections/routes.js'
import './instructions/routes.js'
import './referrals/routes.js'
import './questions/routes.js'
import './integrity/routes.js'
