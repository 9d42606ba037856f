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

export class StoreFull extends Exception {
  static override status = 507
  static override code = 'E_STORE_FULL'
  static override message =
    'The disk of the blob store is full. Make room or give it more; what got no receipt is sent again by whoever sent it.'
}

export class StoreAway extends Exception {
  static override status = 503
  static override code = 'E_STORE_AWAY'
  static override message =
    'The blob store does not answer. Bring its disk or server back; reading goes on by itself afterwards.'
}
