import { start as startHtmx } from './htmx-setup.js';
import './menus.js';
import './theme.js';
import './search.js';
import './keys.js';
import './fields.js';
import './people.js';
import './tables.js';
import './drafts.js';
import './confirm.js';
import './send-once.js';
import { toast } from './toasts.js';
import * as dom from './dom.js';

const tools = { ...dom, toast };
startHtmx(tools);

// What is loaded later gets its tools handed over: sharing a module would make every page fetch one more file.
dom.whenever('[data-val="true"]', async () => (await import('./validation.js')).start());
dom.whenever('[data-board]', async () => (await import('./board.js')).start(tools));
