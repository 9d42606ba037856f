export interface UsersProps {
  users: {
    id: string
    name: string
    email: string
    roles: string[]
    state: 'active' | 'disabled'
  }[]
}
