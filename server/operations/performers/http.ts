import type { Performer } from './performer'

export const performHttp: Performer = (app, { namespaceId, input }) => app.http.call(namespaceId, input)
