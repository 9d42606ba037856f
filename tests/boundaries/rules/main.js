import { bans } from './bans.js'
import { noBuiltSql } from './built_sql.js'
import { doors } from './doors.js'
import { logicalDirection } from './logical_direction.js'

/** The house rules as one ESLint plugin, prefix `landfall/`. */
export const landfall = { rules: { ...bans, doors, 'no-built-sql': noBuiltSql, 'logical-direction': logicalDirection } }
