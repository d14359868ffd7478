import { serve } from '../confine/serve.ts';
import { doJob, type ReaderJob, type ReaderWords } from './reader-jobs.ts';

/* The process that large replies and files are read in, and those that a library unpacks. */
serve((given) => (job, body) => doJob(job as ReaderJob, body, given as ReaderWords));
