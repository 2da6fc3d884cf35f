import type { Viewport } from '@xyflow/react'

/** Where the camera was when its canvas went: the next one of the same width begins there. */
export interface KeptCamera {
  readonly viewport: Viewport
  readonly width: number
}
