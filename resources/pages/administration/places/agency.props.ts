import type { PlaceProps } from './place.props.js'

export interface AgencyProps extends PlaceProps {
  agency: { id: string; code: string; name: string; kind: string; open: boolean }
  kinds: string[]
}
