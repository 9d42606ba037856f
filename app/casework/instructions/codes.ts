/** What a port, a terminal or a customs system is told to do. */
export const INSTRUCTION_KINDS = ['hold', 'release', 'do_not_load', 'load', 'select', 'deselect'] as const
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number]

export const SYSTEM_KINDS = ['port_community', 'terminal', 'customs_system'] as const
export type SystemKind = (typeof SYSTEM_KINDS)[number]

export const DELIVERY_STATES = ['waiting', 'sending', 'delivered', 'dead'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What a system says it did with an instruction. */
export const ANSWERS = ['acknowledged', 'refused'] as const
export type Answer = (typeof ANSWERS)[number]

export const LONGEST_REASON = 300
