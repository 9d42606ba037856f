import type { CallDocument, StowageDifferences } from '#app/cargo_register/published'
import type { ConveyanceShowProps, StowageView } from '../../../resources/pages/conveyances/show.props.js'

/** With `openMessages` a document leads to the message that brought it. */
export const documentView = (
  { crew, passengers, filedAt, receivedMessageId, type: _, ...document }: CallDocument,
  openMessages: boolean
): ConveyanceShowProps['documents'][number] => ({
  ...document,
  persons: crew === null && passengers === null ? null : { crew, passengers },
  filedAt: filedAt.toISOString(),
  messageId: openMessages ? receivedMessageId : null,
})

export const stowageView = ({ plan, ...differences }: StowageDifferences): StowageView => ({
  reference: plan.reference,
  direction: plan.direction,
  filedAt: plan.filedAt.toISOString(),
  ...differences,
})
