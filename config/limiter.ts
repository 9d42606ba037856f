import { defineConfig, stores } from '@adonisjs/limiter'
import env from '#start/env'

const counted = stores.database({
  connectionName: 'auth',
  schemaName: 'control',
  tableName: 'rate_limits',
  dbName: 'landfall',
} as never)

/** Only the web process has the database role that counts. In another one what counts may be loaded with its room, and says so when it is used. */
const refused: typeof counted = {
  ...counted,
  resolver: async () => () => {
    throw new Error('E_NO_COUNTING: this process has not the database role that counts attempts')
  },
}

const limiterConfig = defineConfig({
  default: 'database',
  stores: { database: env.get('LANDFALL_DB_AUTH_PASSWORD') ? counted : refused },
})
export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
