// What every page loads: all of it only adds to pages that work without.
import './base/busy.ts';
import './base/suggest.ts';
import './base/toast.ts';
