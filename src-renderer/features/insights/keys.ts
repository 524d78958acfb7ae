/** Rows of tables need names of their own; a group without a category has none. */
export const categoryGroupKey = (group: string | null): string => `group ${group ?? 'none'}`
