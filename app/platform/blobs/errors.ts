import { Exception } from '@adonisjs/core/exceptions'

export class BlobMissing extends Exception {
  static override status = 500
  static override code = 'E_BLOB_MISSING'
  static override message =
    'The stored bytes are not where they should be. Restore them from a backup; the row keeps their hash.'
}

export class BlobDamaged extends Exception {
  static override status = 500
  static override code = 'E_BLOB_DAMAGED'
  static override message =
    'The stored bytes were changed or cut. Restore them from a backup; the row keeps their hash.'
}
