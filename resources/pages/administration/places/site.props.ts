import type { PlaceProps } from './place.props.js'

export interface SiteProps extends PlaceProps {
  site: { id: string; code: string; name: string; port: string | null; kind: string; open: boolean }
  ports: { code: string; name: string }[]
  kinds: string[]
}
