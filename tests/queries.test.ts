// A list costs the same number of queries with 1, 3 and about 200 rows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordActivity } from '../src/modules/activities/index.ts';
import { giveGrant } from '../src/modules/accounts/index.ts';
import { recordDistinction } from '../src/modules/distinctions/index.ts';
import { declareValue, setNote } from '../src/modules/indicators/index.ts';
import { createOrganisation, setFact } from '../src/modules/organisations/index.ts';
import { execute, type Outcome } from '../src/platform/command.ts';
import { countQueries } from '../src/platform/database/index.ts';
import { sendMail } from '../src/platform/mail.ts';
import { demoProduct } from '../src/testing.ts';
import { getPatterns, samples } from './support/addresses.ts';
