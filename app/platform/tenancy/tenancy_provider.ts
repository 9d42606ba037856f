import type { ApplicationService } from '@adonisjs/core/types'
import type { Database } from '@adonisjs/lucid/database'
import { TenantContextMissing } from './errors.js'
import { setTenantAtCheckout } from './signed_checkout.js'
import { tenantStore } from './tenant_context.js'

/** The application and the sealer of the audit read and write rows of one administration at a time. */
const isTenantConnection = (name: string) => /^(?:app|sealer)(?:_|$)/.test(name)

/** Guards every way into the tenant databases (Model, query builder, raw): they all pass `connection()`. */
export default class TenancyProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const db = (await this.app.container.make('lucid.db')) as Database
    const connection = db.connection.bind(db)
    const hooked = new WeakSet<object>()

    db.connection = ((name: string = db.primaryConnectionName, options?: never) => {
      if (isTenantConnection(name)) {
        if (!tenantStore.getStore()) throw new TenantContextMissing()
        db.manager.connect(name)
        const client = db.manager.get(name)?.connection?.client?.client as never
        if (client && !hooked.has(client)) {
          hooked.add(client)
          setTenantAtCheckout(client)
        }
      }
      return connection(name, options)
    }) as typeof db.connection
  }
}
