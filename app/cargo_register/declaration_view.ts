import type { Officer } from '#platform/access/officer'
import type { DeclarationView } from '../../resources/pages/declarations/index.props.js'
import type { DeclarationRow } from './queries/list_declarations.js'

/** A declaration for screens; its message is linked for who reads messages. */
export const declarationView = (
  { filedAt, receivedMessageId, ...declaration }: DeclarationRow,
  { permissions }: Officer
): DeclarationView => ({
  ...declaration,
  filedAt: filedAt.toISOString(),
  receivedMessageId: permissions.has('messages.read') ? receivedMessageId : null,
})
