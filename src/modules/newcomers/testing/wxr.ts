// Writes export files as WordPress 6 writes them: the same elements, in the same order, text in the same CDATA.

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

export interface WxrComment {
  readonly id: number;
  readonly parent?: number;
  readonly author: string;
  readonly email?: string;
  readonly gmt?: string;
  readonly content: string;
  readonly approved?: '0' | '1' | 'spam' | 'trash';
  readonly type?: string;
}

export interface WxrItem {
  readonly id: number;
  readonly type?: string;
  readonly status?: string;
  readonly title: string;
  readonly name: string;
  readonly link?: string;
  readonly author?: string;
  readonly content?: string;
  readonly excerpt?: string;
  /** In Greenwich: '2019-05-20 01:30:00'. */
  readonly gmt?: string;
  readonly parent?: number;
  readonly order?: number;
  readonly sticky?: boolean;
  readonly password?: string;
  readonly closed?: boolean;
  readonly attachment?: string;
  /** domain, nicename, name. */
  readonly terms?: readonly (readonly [string, string, string])[];
  readonly meta?: Readonly<Record<string, string>>;
  readonly comments?: readonly WxrComment[];
}

export interface WxrSite {
  readonly address?: string;
  readonly title?: string;
  readonly language?: string;
  readonly authors?: readonly (readonly [login: string, name: string])[];
  /** nicename, parent's nicename, name, description. */
  readonly categories?: readonly (readonly [string, string, string, string?])[];
  readonly tags?: readonly (readonly [string, string])[];
  readonly menus?: readonly (readonly [slug: string, name: string])[];
  readonly items: readonly WxrItem[];
}

const local = (gmt: string): string => {
  const at = new Date(`${gmt.replace(' ', 'T')}Z`);
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
};

function commentOf({ id, parent = 0, ...of }: WxrComment): string {
  const gmt = of.gmt ?? '2019-05-21 02:00:00';
  return `		<wp:comment>
			<wp:comment_id>${id}</wp:comment_id>
			<wp:comment_author>${cdata(of.author)}</wp:comment_author>
			<wp:comment_author_email>${cdata(of.email ?? '')}</wp:comment_author_email>
			<wp:comment_author_url></wp:comment_author_url>
			<wp:comment_author_IP>${cdata('203.0.113.9')}</wp:comment_author_IP>
			<wp:comment_date>${cdata(local(gmt))}</wp:comment_date>
			<wp:comment_date_gmt>${cdata(gmt)}</wp:comment_date_gmt>
			<wp:comment_content>${cdata(of.content)}</wp:comment_content>
			<wp:comment_approved>${cdata(of.approved ?? '1')}</wp:comment_approved>
			<wp:comment_type>${cdata(of.type ?? 'comment')}</wp:comment_type>
			<wp:comment_parent>${parent}</wp:comment_parent>
			<wp:comment_user_id>0</wp:comment_user_id>
		</wp:comment>`;
}

function itemOf(address: string, of: WxrItem): string {
  const { id, type = 'post', status = 'publish', gmt = '2019-05-20 01:30:00' } = of;
  const link =
    of.link ??
    (type === 'post' ? `/${gmt.slice(0, 4)}/${gmt.slice(5, 7)}/${of.name}/` : `/${of.name}/`);
  const terms = (of.terms ?? []).map(
    ([domain, nicename, name]) =>
      `		<category domain="${domain}" nicename="${nicename}">${cdata(name)}</category>`,
  );
  const meta = Object.entries(of.meta ?? {}).map(
    ([key, value]) => `		<wp:postmeta>
		<wp:meta_key>${cdata(key)}</wp:meta_key>
		<wp:meta_value>${cdata(value)}</wp:meta_value>
		</wp:postmeta>`,
  );
  return `	<item>
		<title>${cdata(of.title)}</title>
		<link>${address}${link}</link>
		<pubDate>${new Date(`${gmt.replace(' ', 'T')}Z`).toUTCString().replace('GMT', '+0000')}</pubDate>
		<dc:creator>${cdata(of.author ?? 'vanphong')}</dc:creator>
		<guid isPermaLink="false">${address}/?p=${id}</guid>
		<description></description>
		<content:encoded>${cdata(of.content ?? '')}</content:encoded>
		<excerpt:encoded>${cdata(of.excerpt ?? '')}</excerpt:encoded>
		<wp:post_id>${id}</wp:post_id>
		<wp:post_date>${cdata(local(gmt))}</wp:post_date>
		<wp:post_date_gmt>${cdata(status === 'draft' ? '0000-00-00 00:00:00' : gmt)}</wp:post_date_gmt>
		<wp:post_modified>${cdata(local(gmt))}</wp:post_modified>
		<wp:post_modified_gmt>${cdata(gmt)}</wp:post_modified_gmt>
		<wp:comment_status>${cdata(of.closed === true ? 'closed' : 'open')}</wp:comment_status>
		<wp:ping_status>${cdata('open')}</wp:ping_status>
		<wp:post_name>${cdata(of.name)}</wp:post_name>
		<wp:status>${cdata(status)}</wp:status>
		<wp:post_parent>${of.parent ?? 0}</wp:post_parent>
		<wp:menu_order>${of.order ?? 0}</wp:menu_order>
		<wp:post_type>${cdata(type)}</wp:post_type>
		<wp:post_password>${cdata(of.password ?? '')}</wp:post_password>
		<wp:is_sticky>${of.sticky === true ? 1 : 0}</wp:is_sticky>
${of.attachment === undefined ? '' : `		<wp:attachment_url>${cdata(of.attachment)}</wp:attachment_url>\n`}${[
  ...terms,
  ...meta,
  ...(of.comments ?? []).map(commentOf),
].join('\n')}
	</item>`;
}

export function wxr(site: WxrSite): string {
  const { address = 'https://lhh.example', title = 'Liên hiệp hội tỉnh', language = 'vi' } = site;
  const authors = (site.authors ?? [['vanphong', 'Văn phòng Liên hiệp hội']]).map(
    ([login, name], at) =>
      `	<wp:author><wp:author_id>${at + 1}</wp:author_id><wp:author_login>${cdata(login)}</wp:author_login><wp:author_email>${cdata(`${login}@lhh.example`)}</wp:author_email><wp:author_display_name>${cdata(name)}</wp:author_display_name><wp:author_first_name>${cdata('')}</wp:author_first_name><wp:author_last_name>${cdata('')}</wp:author_last_name></wp:author>`,
  );
  const categories = (site.categories ?? []).map(
    ([nicename, parent, name, about = ''], at) => `	<wp:category>
		<wp:term_id>${at + 2}</wp:term_id>
		<wp:category_nicename>${cdata(nicename)}</wp:category_nicename>
		<wp:category_parent>${cdata(parent)}</wp:category_parent>
		<wp:cat_name>${cdata(name)}</wp:cat_name>${about === '' ? '' : `\n		<wp:category_description>${cdata(about)}</wp:category_description>`}
	</wp:category>`,
  );
  const tags = (site.tags ?? []).map(
    ([slug, name], at) => `	<wp:tag>
		<wp:term_id>${at + 500}</wp:term_id>
		<wp:tag_slug>${cdata(slug)}</wp:tag_slug>
		<wp:tag_name>${cdata(name)}</wp:tag_name>
	</wp:tag>`,
  );
  const menus = (site.menus ?? []).map(
    ([slug, name], at) =>
      `	<wp:term><wp:term_id>${at + 900}</wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>${cdata(slug)}</wp:term_slug><wp:term_name>${cdata(name)}</wp:term_name></wp:term>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file generated by WordPress as an export of your site. -->
<!-- generator="WordPress/6.4.3" created="2026-05-11 03:12" -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>

<channel>
	<title>${title}</title>
	<link>${address}</link>
	<description>Trang thông tin điện tử</description>
	<pubDate>Mon, 11 May 2026 03:12:00 +0000</pubDate>
	<language>${language}</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>${address}</wp:base_site_url>
	<wp:base_blog_url>${address}</wp:base_blog_url>

${[...authors, ...categories, ...tags, ...menus].join('\n')}

	<generator>https://wordpress.org/?v=6.4.3</generator>

${site.items.map((item) => itemOf(address, item)).join('\n')}
</channel>
</rss>
`;
}

/** An entry of a menu; `object` is what it leads to. */
export const menuItem = (
  id: number,
  menu: readonly [string, string],
  order: number,
  title: string,
  to: Readonly<Record<string, string>>,
  parent = 0,
): WxrItem => ({
  id,
  type: 'nav_menu_item',
  title,
  name: `muc-${id}`,
  order,
  terms: [['nav_menu', ...menu]],
  meta: {
    _menu_item_type: to.type ?? 'custom',
    _menu_item_menu_item_parent: String(parent),
    _menu_item_object_id: to.id ?? String(id),
    _menu_item_object: to.object ?? 'custom',
    _menu_item_url: to.url ?? '',
  },
});
