/** Whether a path lies in the filers' portal, which has a cookie and a shell of its own. */
export const isPortal = (path: string): boolean => /^\/a\/[^/]+\/filer(?:\/|$)/.test(path)
