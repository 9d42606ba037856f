type Fitted<M> = Omit<M, 'allowNull' | 'isOptional' | 'clone'> & {
  allowNull?: boolean
  isOptional?: boolean
  clone(): never
}

/**
 * `schema.optional()` and `schema.nullable()`, typed so that they fit `exactOptionalPropertyTypes`:
 * the library declares a flag of its modifiers as possibly undefined, which that setting refuses.
 * Only the type differs.
 */
export const optional = <M extends object>(schema: { optional(): M }) => schema.optional() as unknown as Fitted<M>
export const nullable = <M extends object>(schema: { nullable(): M }) => schema.nullable() as unknown as Fitted<M>
