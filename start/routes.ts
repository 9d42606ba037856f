/** Each room declares its own routes; this file only lists them. */
import '#app/administration/routes'
import '#app/control/routes'
import '#app/intake/routes'
import '#app/cargo_register/routes'
import '#app/targeting/routes'
import '#app/desk/routes'
import '#platform/live/routes'
import '#platform/http/fallback_routes'
