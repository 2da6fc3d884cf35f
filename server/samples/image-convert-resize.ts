import { convertAndUpload, IMAGE_TASK_DEFS, imageInput } from './image-tasks'
import { SAMPLES_OWNER, type Sample } from './sample'

export const imageConvertResize: Sample = {
  name: 'image_convert_resize',
  purpose: 'A real worker converts and resizes a picture, another uploads the result to S3.',
  tryNext: 'Ask for another outputFormat or outputSize, then look at what each task was given and gave back.',
  needsWorker: true,
  minutes: 5,
  build: (baseUrl) => {
    const { fileLocation, recipeParameters } = imageInput(baseUrl)
    return {
      input: { fileLocation, recipeParameters: { ...recipeParameters, outputFormat: 'jpg' } },
      taskDefs: IMAGE_TASK_DEFS,
      workflow: {
        name: 'image_convert_resize',
        description: 'Image Processing Workflow',
        version: 1,
        ownerEmail: SAMPLES_OWNER,
        inputParameters: ['fileLocation', 'recipeParameters'],
        tasks: convertAndUpload('', '${workflow.input.recipeParameters.outputFormat}'),
        outputParameters: { fileLocation: '${upload_toS3_ref.output.fileLocation}' },
      },
    }
  },
}
