export interface SiteProps {
  site: { id: string; code: string; name: string; port: string | null; kind: string; open: boolean }
  ports: { code: string; name: string }[]
  kinds: string[]
  members: { id: string; name: string; state: string }[]
  people: { id: string; name: string }[]
  may: { manage: boolean }
  /** The reader, who cannot assign himself. */
  self: string
}
