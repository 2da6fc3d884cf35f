import { build } from 'esbuild'

/** The bare canvas as one page without a server: xyflow and React as the product uses them, made for production. */
export async function barePage(): Promise<(sheet: object, size: { width: number; height: number }) => string> {
  const { outputFiles } = await build({
    entryPoints: ['bench/editor/bare-canvas.tsx'],
    bundle: true,
    write: false,
    outdir: 'bare',
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  const script = textOf('.js').replaceAll('</script', '<\\/script')
  return (sheet, { width, height }) => `<!doctype html><style>${textOf('.css')} body { margin: 0 }</style>
<div id="bare" style="width:${width}px;height:${height}px" data-sheet='${JSON.stringify(sheet)}'></div>
<script>${script}</script>`
}
