export interface UnitProps {
  unit: { id: string; code: string; name: string; ports: string[]; threats: string[]; open: boolean }
  ports: { code: string; name: string }[]
  threats: string[]
  members: { id: string; name: string; state: string }[]
  people: { id: string; name: string }[]
  may: { manage: boolean }
  /** The reader, who cannot assign himself. */
  self: string
}
