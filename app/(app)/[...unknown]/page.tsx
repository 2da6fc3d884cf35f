import { notFound } from 'next/navigation'

/** Every other address, inside the frame. */
export default function Unknown() {
  notFound()
}
