/** An order with its last draw: who could have been drawn, who was, and to whom the order went. */
export interface DrawnOrder {
  order: string
  site: string
  /** Officers, each once; every one of them was as likely. */
  candidates: readonly string[]
  drawn: string | null
  /** Who was to inspect in the end; another than drawn where two people changed it. */
  assigned: string | null
}

/** Whether the draw could have come out otherwise: with one candidate it says nothing. */
export const wasOpen = ({ candidates }: DrawnOrder): boolean => candidates.length > 1

/** How likely each candidate was to be drawn. */
export const shareOf = ({ candidates }: DrawnOrder): number => 1 / candidates.length
