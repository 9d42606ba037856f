/** Form of a call known by schedule. Times are local to the port, `YYYY-MM-DDTHH:mm`. */
export interface ConveyanceNewProps {
  ports: { code: string; name: string }[]
  modes: ('sea' | 'air')[]
}

export interface ConveyanceInput {
  mode: 'sea' | 'air'
  means: string
  imo: string
  voyage: string
  port: string
  berth: string
  lastPort: string
  eta: string
  /** Empty when not told. */
  leftPrevious: string
}
