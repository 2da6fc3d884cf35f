/** A page of its own, outside the product's shell: Swagger UI brings its own styles. */
export const API_DOCS_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API · Conductor Playground</title>
    <link rel="stylesheet" href="/api-docs/swagger-ui.css">
    <style>
      body { margin: 0; background: #fff }
      .back { display: block; padding: 12px 20px; font: 14px/20px system-ui, sans-serif; color: #334155 }
    </style>
  </head>
  <body>
    <a class="back" href="/">← Conductor Playground</a>
    <div id="docs"></div>
    <script src="/api-docs/swagger-ui-bundle.js"></script>
    <script src="/api-docs/start.js"></script>
  </body>
</html>
`

/** Fills in the visitor's token, so that "Try it out" works at once. */
export const API_DOCS_SCRIPT = `
const ui = SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  onComplete: fillInToken,
})

async function fillInToken() {
  const answer = await fetch('/api-docs/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  if (answer.status !== 200) return
  const { token } = await answer.json()
  ui.preauthorizeApiKey('token', token)
}
`
