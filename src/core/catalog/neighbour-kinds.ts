/** What a standard rests on, in the order in which it is said. */
export const basisKinds = ['cites', 'adopts', 'amends', 'replaces'] as const;
/** What rests on a standard, each the other end of a kind above. */
export const restingKinds = ['citedBy', 'adoptedBy', 'amendedBy', 'replacedBy'] as const;
export type NeighbourKind = (typeof basisKinds)[number] | (typeof restingKinds)[number];
