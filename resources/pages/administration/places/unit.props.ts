import type { PlaceProps } from './place.props.js'

export interface UnitProps extends PlaceProps {
  unit: { id: string; code: string; name: string; ports: string[]; threats: string[]; open: boolean }
  ports: { code: string; name: string }[]
  threats: string[]
}
