/** What the pages of units, sites and agencies have in common. */
export interface PlaceProps {
  members: { id: string; name: string; state: string }[]
  people: { id: string; name: string }[]
  may: { manage: boolean }
  /** The reader, who cannot assign himself. */
  self: string
}
