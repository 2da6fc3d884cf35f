import type { TaskDefInput } from '@/server/model/task-def'
import { SAMPLES_OWNER } from './sample'

/** The two kinds of work that all image samples share. */
export const IMAGE_TASK_DEFS: readonly TaskDefInput[] = [
  imageTaskDef('image_convert_resize', 'Converts an image to another format and size.'),
  imageTaskDef('upload_toS3', 'Uploads a file to an S3 bucket.'),
]

function imageTaskDef(name: string, description: string): TaskDefInput {
  return {
    name,
    description,
    ownerEmail: SAMPLES_OWNER,
    retryCount: 3,
    retryLogic: 'FIXED',
    retryDelaySeconds: 30,
    timeoutSeconds: 30,
    timeoutPolicy: 'TIME_OUT_WF',
    responseTimeoutSeconds: 25,
    concurrentExecLimit: 100,
    rateLimitFrequencyInSeconds: 30,
    rateLimitPerFrequency: 50,
  }
}

/** Convert, then upload: the pair of tasks of one format. `suffix` makes their references unique. */
export function convertAndUpload(suffix: string, outputFormat: string) {
  const convertRef = `image_convert_resize${suffix}_ref`
  return [
    {
      name: 'image_convert_resize',
      taskReferenceName: convertRef,
      type: 'SIMPLE',
      inputParameters: {
        fileLocation: '${workflow.input.fileLocation}',
        outputFormat,
        outputWidth: '${workflow.input.recipeParameters.outputSize.width}',
        outputHeight: '${workflow.input.recipeParameters.outputSize.height}',
      },
    },
    {
      name: 'upload_toS3',
      taskReferenceName: `upload_toS3${suffix}_ref`,
      type: 'SIMPLE',
      inputParameters: { fileLocation: `\${${convertRef}.output.fileLocation}` },
    },
  ]
}

export function imageInput(baseUrl: string) {
  return {
    fileLocation: `${baseUrl}/api/demo/picture.jpg`,
    recipeParameters: { outputSize: { width: 300, height: 300 } },
  }
}
