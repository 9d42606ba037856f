type Fitted<M> = Omit<M, 'allowNull' | 'clone'> & { allowNull?: boolean; clone(): never }

/**
 * `schema.optional()`, typed so that it fits `exactOptionalPropertyTypes`: the library declares
 * `allowNull` of its modifier as possibly undefined, which the flag refuses. Only the type differs.
 */
export const optional = <M extends object>(schema: { optional(): M }) => schema.optional() as unknown as Fitted<M>
