/** xyflow reads from the page where edges may end and forgets what it was given; our edges bring their own points. */
export function FlowPort() {
  return <i className="source target graph-port" data-handlepos="top" aria-hidden />
}
