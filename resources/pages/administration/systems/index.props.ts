import type { IsoInstant } from '../../../props/shared.js'

export type SystemKind = 'port_community' | 'terminal' | 'customs_system'
export type InstructionKind = 'hold' | 'release' | 'do_not_load' | 'load' | 'select' | 'deselect'

/** What an administrator says of a system. */
export interface SystemTerms {
  name: string
  kind: SystemKind
  url: string
  hears: InstructionKind[]
  ports: string[]
  answerMinutes: number
}

export interface SystemsProps {
  systems: {
    id: string
    name: string
    kind: SystemKind
    hears: InstructionKind[]
    enabled: boolean
    ready: boolean
    waiting: number
    dead: number
    lastDeliveredAt: IsoInstant | null
  }[]
  ports: { code: string; name: string }[]
}
