export { openArchive } from './archive.ts';
export { openRecorder, type RecorderOptions } from './recorder.ts';
