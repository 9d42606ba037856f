/** Persons of one sender who answer for it. */
export const MOST_PEOPLE = 50
