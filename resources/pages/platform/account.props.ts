export type { AccountProps } from '../../props/identity.js'
