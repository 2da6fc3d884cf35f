import { greetings } from './greetings'
import { helloWorld } from './hello-world'
import { imageConvertResize } from './image-convert-resize'
import { imageConvertResizeMultipleFormat } from './image-convert-resize-multiple-format'
import { loanBanking } from './loan-banking'
import { populationMinMax } from './population-min-max'
import type { Sample } from './sample'

/** In the order in which a newcomer meets them. */
export const SAMPLES: readonly Sample[] = [
  populationMinMax,
  helloWorld,
  greetings,
  imageConvertResize,
  imageConvertResizeMultipleFormat,
  loanBanking,
]
