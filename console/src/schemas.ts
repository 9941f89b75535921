import { config } from 'zod';
import { pt } from 'zod/locales';

// Before any schema is made: zod would try to compile them, which the content security policy forbids.
config({ jitless: true, ...pt() });
