import type { SiteProps } from './site.props.js'

export interface AgencyProps extends Pick<SiteProps, 'kinds' | 'members' | 'people' | 'may' | 'self'> {
  agency: { id: string; code: string; name: string; kind: string; open: boolean }
}
