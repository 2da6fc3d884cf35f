import { convertAndUpload, IMAGE_TASK_DEFS, imageInput } from './image-tasks'
import { SAMPLES_OWNER, type Sample } from './sample'

export const imageConvertResizeMultipleFormat: Sample = {
  name: 'image_convert_resize_multipleformat',
  purpose: 'The image sample in two formats at once: two branches, each converting and uploading, then a join.',
  tryNext: 'Add a third branch for png in the editor, save it as version 2, and run it.',
  needsWorker: true,
  minutes: 5,
  build: (baseUrl) => ({
    input: imageInput(baseUrl),
    taskDefs: IMAGE_TASK_DEFS,
    workflow: {
      name: 'image_convert_resize_multipleformat',
      description: 'Image Processing Workflow: jpg and webp in parallel',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['fileLocation', 'recipeParameters'],
      tasks: [
        {
          name: 'image_convert_resize_multipleformat_fork',
          taskReferenceName: 'image_convert_resize_multipleformat_ref',
          type: 'FORK_JOIN',
          forkTasks: [convertAndUpload('_jpg', 'jpg'), convertAndUpload('_webp', 'webp')],
        },
        {
          name: 'image_convert_resize_multipleformat_join',
          taskReferenceName: 'join_ref',
          type: 'JOIN',
          joinOn: ['upload_toS3_jpg_ref', 'upload_toS3_webp_ref'],
        },
      ],
      outputParameters: {
        fileLocationJpg: '${upload_toS3_jpg_ref.output.fileLocation}',
        fileLocationWebp: '${upload_toS3_webp_ref.output.fileLocation}',
      },
    },
  }),
}
