/** Each room declares its own routes; this file only lists them. */
import '#app/administration/routes'
import '#app/control/routes'
import '#app/targeting/routes'
