/** Each room declares its own routes; this file only lists them. */
