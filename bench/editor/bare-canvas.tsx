import '@xyflow/react/dist/base.css'
import { type Edge, type Node, ReactFlow } from '@xyflow/react'
import { createRoot } from 'react-dom/client'

/** What the editor's figures are held against: xyflow's own nodes and edges, as many, at the same places, and nothing else. */
interface Sheet {
  readonly tasks: number
  readonly columns: number
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number }
}

const STEP = { x: 260, y: 96 }
const SIZE = { width: 224, height: 52 }

function Bare({ tasks, columns, viewport }: Sheet) {
  const left = -((columns - 1) * STEP.x + SIZE.width) / 2
  const nodes = Array.from(
    { length: tasks },
    (_, i): Node => ({
      id: `${i}`,
      position: { x: left + (i % columns) * STEP.x, y: Math.floor(i / columns) * STEP.y },
      data: { label: `step ${i}` },
      style: { ...SIZE, border: '1px solid #ddd', background: '#fff' },
      ...SIZE,
    }),
  )
  const edges = nodes.slice(columns).map((node, i): Edge => {
    const source = `${i}`
    return { id: `${source}-${node.id}`, source, target: node.id, type: 'straight' }
  })
  return (
    <ReactFlow
      defaultNodes={nodes}
      defaultEdges={edges}
      defaultViewport={viewport}
      minZoom={0.1}
      maxZoom={1.5}
      panOnScroll
      zoomOnDoubleClick={false}
      onlyRenderVisibleElements
    />
  )
}

const place = document.getElementById('bare') as HTMLElement
createRoot(place).render(<Bare {...(JSON.parse(place.dataset.sheet as string) as Sheet)} />)
