import { Exception } from '@adonisjs/core/exceptions'

/** Not a failure: the bytes were made unreadable on purpose. Screens say when and by which rule. */
export class KeyDestroyed extends Exception {
  static override status = 410
  static override code = 'E_KEY_DESTROYED'

  constructor(
    readonly endedAt: Date | null,
    readonly rule: string | null
  ) {
    super('The key of these bytes was destroyed: they cannot be read again.')
  }
}

export class KeyUnknown extends Exception {
  static override status = 500
  static override code = 'E_KEY_UNKNOWN'
  static override message =
    'No key-encryption key of this process opens a key of this administration. Give it the former one (LANDFALL_KEK_FORMER).'
}
