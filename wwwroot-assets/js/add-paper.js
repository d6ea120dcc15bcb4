// A later paper of a case: chosen or dropped, sent as at a desk.
import { uploads } from './letter-files.js';

export const attach = (root, screen, url) => uploads(root, () => url, screen);
