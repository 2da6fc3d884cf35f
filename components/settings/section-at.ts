export interface SectionTop {
  readonly anchor: string
  /** Below the top of what is seen, in pixels. */
  readonly top: number
}

/** A section is being read from when its head comes this near the top. */
const NEAR_PX = 96

/** The last section that has come to the top; at the end of the page the last one of all. */
export function sectionAt(sections: readonly SectionTop[], isAtEnd: boolean): string | null {
  if (isAtEnd) return sections.at(-1)?.anchor ?? null
  const begun = sections.filter(({ top }) => top <= NEAR_PX)
  return (begun.at(-1) ?? sections[0])?.anchor ?? null
}
