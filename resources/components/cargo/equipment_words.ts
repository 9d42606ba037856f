/** `1 × 45R1, 2 × 22G1`: containers of a consignment in one line; a type not filed is a question mark. */
export const equipmentWords = (equipment: readonly { count: number; type: string | null }[]) =>
  equipment.map(({ count, type }) => `${count} × ${type ?? '?'}`).join(', ')
