/** One light travelling round the card while a worker has the task. */
export function TravellingLight() {
  return (
    <svg className="graph-light" aria-hidden>
      <rect x="1" y="1" rx="8" ry="8" pathLength={100} />
    </svg>
  )
}
