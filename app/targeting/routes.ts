/** Routes of the targeting room, by desk. */
import './alert_routes.js'
import './authoring_routes.js'
