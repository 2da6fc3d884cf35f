import { bobsWidgets } from './bobs-widgets'
import { delayedNotification } from './delayed-notification'
import { fanOutHttp } from './fan-out-http'
import { greetings } from './greetings'
import { helloWorld } from './hello-world'
import { imageConvertResize } from './image-convert-resize'
import { imageConvertResizeMultipleFormat } from './image-convert-resize-multiple-format'
import { loanBanking } from './loan-banking'
import { orderFulfilment } from './order-fulfilment'
import { orderPlaced } from './order-placed'
import { populationMinMax } from './population-min-max'
import { retryThroughOutage } from './retry-through-outage'
import type { Sample } from './sample'
import { shippingLoop } from './shipping-loop'

/** In the order in which a newcomer meets them. */
export const SAMPLES: readonly Sample[] = [
  populationMinMax,
  helloWorld,
  greetings,
  imageConvertResize,
  imageConvertResizeMultipleFormat,
  loanBanking,
  fanOutHttp,
  delayedNotification,
  retryThroughOutage,
  shippingLoop,
  bobsWidgets,
  orderPlaced,
  orderFulfilment,
]
