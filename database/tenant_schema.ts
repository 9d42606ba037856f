import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable, type TenantTable } from './rls.js'

/** A migration that only makes tenant tables; the wall comes with each. */
export abstract class TenantSchema extends BaseSchema {
  protected table(table: TenantTable): void {
    for (const statement of tenantTable(table)) this.schema.raw(statement)
  }
  protected sql(statement: string): void {
    this.schema.raw(statement)
  }
}
