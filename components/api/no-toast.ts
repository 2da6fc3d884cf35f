/** The `onError` of a mutation whose error is shown where it was asked for: it needs no toast besides. */
export const noToast = () => undefined
