/** Routes of the targeting room, by desk. */
import './authoring_routes.js'
