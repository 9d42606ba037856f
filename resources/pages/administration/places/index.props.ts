export interface PlacesProps {
  units: { id: string; code: string; name: string; ports: string[]; threats: string[]; open: boolean }[]
  sites: { id: string; code: string; name: string; port: string | null; kind: string; open: boolean }[]
  agencies: { id: string; code: string; name: string; kind: string; open: boolean }[]
  ports: { code: string; name: string }[]
  may: { manage: boolean }
}
