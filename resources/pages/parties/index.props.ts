export interface PartyLineView {
  identity: string
  name: string
  countries: string[]
  identifiers: string[]
  forms: number
  asConsignee: number
  asConsignor: number
  lastSeen: string | null
}
export interface PartiesProps {
  q: string
  parties: PartyLineView[]
}
