import { Exception } from '@adonisjs/core/exceptions'

export class ReferenceDataDamaged extends Exception {
  static override code = 'E_REFERENCE_DATA_DAMAGED'
  static override status = 500
  constructor(file: string, difference: string) {
    super(`Reference data file ${file} ${difference}. Restore it from the release, or renew its manifest entry.`)
  }
}
