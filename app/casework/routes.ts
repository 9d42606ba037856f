/** The routes of casework, one list for each of its parts. */
import './inspections/routes.js'
