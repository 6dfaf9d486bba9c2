/** One element of a WXR file that stands for a record, with the texts of its children by name. */
export interface Fields {
  readonly text: Map<string, string>;
  readonly categories: { domain: string; nicename: string; name: string }[];
  readonly meta: Map<string, string[]>;
  readonly comments: Map<string, string>[];
  /** Comments beyond the most that are kept. */
  more: number;
}

export const newFields = (): Fields => ({
  text: new Map(),
  categories: [],
  meta: new Map(),
  comments: [],
  more: 0,
});

/** Post types that only the program itself understands. */
const technical =
  /^(revision|nav_menu_item|customize_changeset|custom_css|oembed_cache|user_request|wp_|acf|wpcf7|mc4wp|elementor_|et_|vc_|shop_|product_variation|flamingo_|tablepress|wpforms|ml-slider|popup|jp_|scheduled-action|feedback|attachment|blocks|mailpoet|nf_sub|envira|ngg_|bp-email|tribe-ea)/;

export const isTechnical = (type: string): boolean => technical.test(type);

/** Children of a record whose text is kept; the rest of a file is passed over. */
export const keptMeta = new Set([
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  '_wp_attached_file',
  '_wp_old_slug',
  '_menu_item_type',
  '_menu_item_menu_item_parent',
  '_menu_item_object_id',
  '_menu_item_object',
  '_menu_item_url',
]);
