interface Choice {
  id: string
  name: string
}

export interface UsersProps {
  users: {
    id: string
    name: string
    email: string
    /** Names in the reader's language. */
    roles: string[]
    units: string[]
    state: 'active' | 'invited' | 'disabled'
  }[]
  filters: { q: string | null; role: string | null; unit: string | null; state: string | null }
  total: number
  page: number
  pages: number
  roles: Choice[]
  units: Choice[]
  sites: Choice[]
  /** Whose second account an invitation may be for; empty for who invites nobody. */
  people: Choice[]
  may: { invite: boolean }
}
