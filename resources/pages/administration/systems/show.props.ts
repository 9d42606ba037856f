import type { IsoInstant } from '../../../props/shared.js'
import type { InstructionKind, SystemTerms } from './index.props.js'

export interface DeliveryView {
  id: string
  kind: InstructionKind
  state: 'waiting' | 'sending' | 'delivered' | 'dead'
  attempts: number
  madeAt: IsoInstant
  nextAt: IsoInstant
  deliveredAt: IsoInstant | null
  status: number | null
  error: string | null
  answer: 'acknowledged' | 'refused' | null
  answeredAt: IsoInstant | null
  toldAt: IsoInstant | null
}

export interface SystemShowProps {
  system: SystemTerms & {
    id: string
    enabled: boolean
    /** Has a secret; without one nothing is sent. */
    ready: boolean
    formerUntil: IsoInstant | null
    waiting: number
    dead: number
    lastDeliveredAt: IsoInstant | null
  }
  ports: { code: string; name: string }[]
  deliveries: DeliveryView[]
  tokens: { kid: string; name: string; expiresAt: IsoInstant; lastUsedAt: IsoInstant | null }[]
}
