import type { MessageKey } from './definition.js'

export type MessageParams = Readonly<Record<string, string | number>>

/**
 * Parameters as a sentence takes them. One named `<x>Key` holds a translation key, whose text in the
 * reader's language becomes `{x}`: so a title can name a fact without being written once per fact.
 */
export const resolveParams = (params: MessageParams, translate: (key: MessageKey) => string): MessageParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      name.endsWith('Key') ? [name.slice(0, -3), translate(String(value) as MessageKey)] : [name, value]
    )
  )
