import { Exception } from '@adonisjs/core/exceptions'

export class TenantContextMissing extends Exception {
  static override status = 500
  static override code = 'E_TENANT_CONTEXT_MISSING'
  static override message =
    'A tenant table was asked for outside an administration. Wrap the work in tenancy.run(context, …).'
}

export class AdministrationUnknown extends Exception {
  static override status = 404
  static override code = 'E_ADMINISTRATION_UNKNOWN'
  static override message = 'There is no administration with this code.'
}

export class PlacementUnknown extends Exception {
  static override status = 500
  static override code = 'E_PLACEMENT_UNKNOWN'
}
