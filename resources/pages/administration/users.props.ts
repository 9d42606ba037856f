import type { IsoInstant } from '../../props/shared.js'

export interface UsersProps {
  users: {
    id: string
    name: string
    email: string
    roles: string[]
    state: 'active' | 'locked' | 'disabled'
    lastSeenAt: IsoInstant | null
  }[]
}
