import type { Api } from '../../../platform/http/api.ts';
import { expertDoors } from './experts.ts';
import { membershipDoors, postDoors } from './parts.ts';
import { peopleDoors } from './people.ts';
import { privateDoors } from './private.ts';

/** REST doors of persons, memberships and posts. */
export function peopleApi(api: Api): void {
  peopleDoors(api);
  membershipDoors(api);
  postDoors(api);
  privateDoors(api);
  expertDoors(api);
}
