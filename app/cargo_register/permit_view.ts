import { permitCover, permitStanding } from '#core/cargo/permit'
import type { Officer } from '#platform/access/officer'
import type { PermitsOfCargo, PermitView } from '../../resources/pages/permits/index.props.js'
import type { DeclarationRow } from './queries/list_declarations.js'
import type { PermitRow } from './queries/list_permits.js'

/** A permit for screens as it stands today; its message is linked for who reads messages. */
export const permitView = (
  { filedAt, receivedMessageId, state, ...permit }: PermitRow,
  { permissions }: Officer,
  today: string
): PermitView => ({
  ...permit,
  standing: permitStanding({ ...permit, cancelled: state === 'cancelled' }, today),
  filedAt: filedAt.toISOString(),
  receivedMessageId: permissions.has('messages.read') ? receivedMessageId : null,
})

interface CargoWithPermits {
  /** As filed and as declared. */
  filed: readonly string[]
  declarations: readonly DeclarationRow[]
  permits: readonly PermitRow[]
}

/** Which permits cover which goods of a consignment. Where none was told of a code, that is unknown and not clear. */
export function permitsOfCargo(
  { filed, declarations, permits }: CargoWithPermits,
  officer: Officer,
  today: string
): PermitsOfCargo {
  const views = permits.map((each) => permitView(each, officer, today))
  const declared = declarations.flatMap(({ state, items }) =>
    state === 'current' ? items.flatMap(({ hsCode }) => (hsCode ? [hsCode] : [])) : []
  )
  return {
    permits: views,
    cover: permitCover([...filed, ...declared], views)
      .slice(0, 200)
      .map(coverView),
  }
}

const coverView = ({ hsCode, standing, by }: ReturnType<typeof permitCover>[number]) => ({
  hsCode,
  standing,
  by: [...by],
})
