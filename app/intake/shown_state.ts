export type StoredState = 'received' | 'reading' | 'registered' | 'quarantined' | 'rejected'
export type ShownState = 'received' | 'reading' | 'read' | 'quarantined' | 'rejected'

/** People are told that a message is read; that its consignments are registered is said of them. */
export const shownState = (state: StoredState): ShownState => (state === 'registered' ? 'read' : state)
export const storedState = (state: ShownState): StoredState => (state === 'read' ? 'registered' : state)
