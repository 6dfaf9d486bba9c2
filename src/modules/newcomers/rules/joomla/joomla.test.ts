import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Problems } from '../problems.ts';
import { cut, listed, made, of, problemsOf } from '../testing.ts';
import { prepared } from './content.ts';
import { readJoomla } from './index.ts';

/** As mysqldump of MariaDB writes Joomla 3: columns only in the structure, many rows in one statement. */
const dump = `-- MariaDB dump 10.19  Distrib 10.6.12-MariaDB
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`x7k_categories\`;
CREATE TABLE \`x7k_categories\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`parent_id\` int(10) unsigned NOT NULL DEFAULT 0,
  \`path\` varchar(400) NOT NULL DEFAULT '',
  \`extension\` varchar(50) NOT NULL DEFAULT '',
  \`title\` varchar(255) NOT NULL DEFAULT '; not an end',
  \`alias\` varchar(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  \`description\` mediumtext DEFAULT NULL,
  PRIMARY KEY (\`id\`),
  KEY \`idx_path\` (\`path\`(100))
) ENGINE=InnoDB AUTO_INCREMENT=11 DEFAULT CHARSET=utf8mb4;
LOCK TABLES \`x7k_categories\` WRITE;
INSERT INTO \`x7k_categories\` VALUES (1,0,'','system','ROOT','root',NULL),(2,1,'tin-tuc','com_content','Tin tức','tin-tuc','<p>Tin &amp; bài</p>'),(3,2,'tin-tuc/hoi-thao','com_content','Hội thảo','hoi-thao',NULL),(4,1,'x','com_banners','Banner','x','');
UNLOCK TABLES;
CREATE TABLE \`x7k_content\` (
  \`id\` int(10) unsigned NOT NULL AUTO_INCREMENT,
  \`asset_id\` int(10) unsigned NOT NULL DEFAULT 0,
  \`title\` varchar(255) NOT NULL DEFAULT '',
  \`alias\` varchar(400) NOT NULL DEFAULT '',
  \`introtext\` mediumtext NOT NULL,
  \`fulltext\` mediumtext NOT NULL,
  \`state\` tinyint(3) NOT NULL DEFAULT 0,
  \`catid\` int(10) unsigned NOT NULL DEFAULT 0,
  \`created\` datetime NOT NULL,
  \`created_by\` int(10) unsigned NOT NULL DEFAULT 0,
  \`created_by_alias\` varchar(255) NOT NULL DEFAULT '',
  \`modified\` datetime NOT NULL,
  \`publish_up\` datetime DEFAULT NULL,
  \`publish_down\` datetime DEFAULT NULL,
  \`images\` text NOT NULL,
  \`access\` int(10) unsigned NOT NULL DEFAULT 0,
  \`hits\` int(10) unsigned NOT NULL DEFAULT 0,
  \`featured\` tinyint(3) unsigned NOT NULL DEFAULT 0,
  \`language\` char(7) NOT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;
INSERT INTO \`x7k_content\` VALUES (7,70,'Lễ \\"trao giải\\" \\'2019\\'','le-trao-giai','<p>Mở đầu.</p>\\r\\n','<p>Thân bài; có dấu ) và (\\\\).</p>',1,3,'2019-05-20 01:30:00',42,'','2019-06-01 00:00:00','2019-05-20 01:30:00','0000-00-00 00:00:00','{\\"image_intro\\":\\"images/nho.jpg\\",\\"image_fulltext\\":\\"images/le.jpg#joomlaImage://local-images/le.jpg?width=3\\"}',1,1234,1,'vi-VN'),
(8,71,0x4ce1bb8561,'hex',_utf8mb4'<p>It''s</p>','',0,2,'2019-05-21 00:00:00',42,'Ban biên tập','0000-00-00 00:00:00',NULL,'2020-01-01 00:00:00','',1,0,0,'*'),(9,72,'Nội bộ','noi-bo','{loadposition trai}{youtube}dQw4w9WgXcQ{/youtube}','',1,2,'2019-05-22 00:00:00',42,'','0000-00-00 00:00:00','2019-05-22 00:00:00',NULL,'',2,0,0,'*');
INSERT INTO \`x7k_contentitem_tag_map\` (\`type_alias\`, \`core_content_id\`, \`content_item_id\`, \`tag_id\`) VALUES ('com_content.article', 1, 7, 5), ('com_contact.contact', 2, 8, 5);
INSERT INTO \`x7k_menu\` (\`id\`, \`menutype\`, \`title\`, \`alias\`, \`path\`, \`link\`, \`type\`, \`published\`, \`parent_id\`, \`lft\`, \`home\`, \`client_id\`) VALUES
(1, '', 'Menu_Item_Root', 'root', '', '', '', 1, 0, 0, 0, 0),
(2, 'main', 'com_banners', 'Banners', 'Banners', 'index.php?option=com_banners', 'component', 1, 1, 1, 0, 1),
(101, 'mainmenu', 'Trang chủ', 'trang-chu', 'trang-chu', 'index.php?option=com_content&view=featured', 'component', 1, 1, 11, 1, 0),
(102, 'mainmenu', 'Hội thảo', 'hoi-thao', 'hoi-thao', 'index.php?option=com_content&view=category&layout=blog&id=3', 'component', 1, 1, 13, 0, 0),
(103, 'mainmenu', 'Lễ trao giải', 'le', 'hoi-thao/le', 'index.php?option=com_content&view=article&id=7', 'component', 1, 102, 14, 0, 0),
(104, 'mainmenu', 'Cũ', 'cu', 'cu', 'index.php?option=com_content&view=article&id=8', 'component', -2, 1, 15, 0, 0);
INSERT INTO \`x7k_tags\` (\`id\`, \`title\`, \`alias\`) VALUES (1,'ROOT','root'),(5,'giải thưởng','giai-thuong');
INSERT INTO \`x7k_ucm_content\` (\`id\`) VALUES (99);
INSERT IGNORE INTO \`x7k_users\` (\`id\`, \`name\`, \`username\`, \`email\`, \`password\`) VALUES (42,'Văn phòng','vp','vp@lhh.example','$2y$10$abc');
`;

const read = (file: string, size = 1_000) => listed(readJoomla([cut(file, size)]));

describe('a dump in SQL', () => {
  test('categories, articles, tags, authors, menus', async () => {
    const all = await read(dump);
    assert.deepEqual(
      of(all, 'section').map(({ originId, parent, name, description }) => [
        originId,
        parent,
        name,
        description,
      ]),
      [
        ['2', null, 'Tin tức', 'Tin & bài'],
        ['3', '2', 'Hội thảo', ''],
      ],
    );
    const [first, second, third] = of(all, 'article');
    assert.deepEqual(first, {
      kind: 'article',
      originId: '7',
      type: 'content',
      title: 'Lễ "trao giải" \'2019\'',
      slug: 'le-trao-giai',
      html: '<p>Mở đầu.</p>\n<p>Thân bài; có dấu ) và (\\).</p>',
      lead: 'Mở đầu.',
      author: '42',
      sections: ['3'],
      tags: [],
      cover: { address: 'images/le.jpg' },
      galleries: [],
      state: 'published',
      publishedAt: '2019-05-20T01:30:00Z',
      changedAt: '2019-06-01T00:00:00Z',
      until: null,
      language: 'vi',
      comments: false,
      pinned: true,
      reads: 1234,
    });
    assert.deepEqual(
      [
        second?.title,
        second?.html,
        second?.state,
        second?.author,
        second?.until,
        second?.publishedAt,
      ],
      [
        'Lễa',
        "<p>It's</p>",
        'draft',
        'Ban biên tập',
        '2020-01-01T00:00:00Z',
        '2019-05-21T00:00:00Z',
      ],
    );
    assert.equal(third?.state, 'private');
    assert.match(third?.html ?? '', /<a href="https:\/\/www\.youtube\.com\/watch\?v=dQw4w9WgXcQ">/);
    assert.deepEqual(of(all, 'tagging'), [{ kind: 'tagging', about: '7', tag: '5' }]);
    assert.deepEqual(
      of(all, 'tag').map(({ name }) => name),
      ['giải thưởng'],
    );
    assert.deepEqual(of(all, 'author'), [
      { kind: 'author', originId: '42', name: 'Văn phòng', email: 'vp@lhh.example' },
    ]);
    assert.ok(!JSON.stringify(all).includes('$2y$'));
    assert.deepEqual(
      of(all, 'menu_item').map(({ originId, parent, target }) => [originId, parent, target]),
      [
        ['101', null, { href: 'index.php?option=com_content&view=featured' }],
        ['102', null, { kind: 'section', originId: '3' }],
        ['103', '102', { kind: 'article', originId: '7' }],
      ],
    );
    assert.deepEqual(
      of(all, 'redirect')
        .filter(({ to }) => to.originId === '7')
        .map(({ from }) => from),
      [
        '/index.php?option=com_content&view=article&id=7',
        '/index.php?option=com_content&view=article&id=7:le-trao-giai',
        '/tin-tuc/hoi-thao/7-le-trao-giai',
        '/hoi-thao/le',
      ],
    );
    assert.deepEqual(problemsOf(all), ['unknown_plugin loadposition 1']);
  });

  test('wherever it is cut, the records are the same', async () => {
    const whole = await read(dump, 1_000_000);
    for (const size of [1, 2, 3, 5, 17, 250])
      assert.deepEqual(await read(dump, size), whole, String(size));
  });

  test('Joomla 1.5: sections above categories, everybody is level 0', async () => {
    const all = await read(`
      INSERT INTO \`jos_categories\` (\`id\`,\`parent_id\`,\`title\`,\`alias\`,\`section\`) VALUES (5,0,'Tin','tin','2'),(6,0,'B','b','com_banner');
      INSERT INTO \`jos_content\` (\`id\`,\`title\`,\`alias\`,\`introtext\`,\`fulltext\`,\`state\`,\`catid\`,\`created\`,\`publish_up\`,\`access\`) VALUES
      (1,'A','a','<p>a</p><hr id="system-readmore" /><p>b</p>','',1,5,'2012-01-05 15:12:08','2012-01-05 15:12:08',0),
      (2,'B','b','x','',-1,5,'2012-01-05 15:12:08','0000-00-00 00:00:00',1);
      INSERT INTO \`jos_sections\` (\`id\`,\`title\`,\`alias\`,\`scope\`) VALUES (2,'Tin tức','tin-tuc','content');`);
    assert.deepEqual(
      of(all, 'section').map(({ originId, parent }) => [originId, parent]),
      [
        ['5', 'section:2'],
        ['section:2', null],
      ],
    );
    assert.deepEqual(
      of(all, 'article').map(({ state, lead }) => [state, lead]),
      [
        ['published', 'a'],
        ['archived', ''],
      ],
    );
  });

  test('K2', async () => {
    const all = await read(`
      INSERT INTO j_k2_categories (id,name,alias,parent) VALUES (3,'Tin','tin',0);
      INSERT INTO j_k2_items (id,title,alias,catid,published,introtext,\`fulltext\`,created,publish_up,access,trash) VALUES
      (4,'Bài','bai',3,1,'a','b','2015-01-01 00:00:00','2015-01-01 00:00:00',1,0),(5,'Bỏ','bo',3,1,'a','','2015-01-01 00:00:00',NULL,1,1);`);
    assert.deepEqual(
      of(all, 'article').map(({ originId, sections, state }) => [originId, sections, state]),
      [
        ['k2:4', ['k2:3'], 'published'],
        ['k2:5', ['k2:3'], 'trash'],
      ],
    );
  });
});

describe('an export to JSON by phpMyAdmin', () => {
  const rows = [
    {
      id: '2',
      parent_id: '1',
      path: 'tin',
      extension: 'com_content',
      title: 'Tin "}{"',
      alias: 'tin',
    },
  ];
  const content = [
    {
      id: '7',
      asset_id: '1',
      title: 'Bài \\ {',
      alias: 'bai',
      introtext: '<p>a</p>',
      fulltext: '',
      state: '1',
      catid: '2',
      created: '2019-05-20 01:30:00',
      publish_up: '2019-05-20 01:30:00',
      publish_down: null,
      access: '1',
    },
  ];
  const today = JSON.stringify([
    { type: 'header', version: '5.2.1', comment: 'Export to JSON plugin for PHPMyAdmin' },
    { type: 'database', name: 'lhh' },
    { type: 'table', name: 'x7_categories', database: 'lhh', data: rows },
    { type: 'table', name: 'x7_content', database: 'lhh', data: content },
    { type: 'table', name: 'x7_session', database: 'lhh', data: [{ session_id: 'secret' }] },
  ]);
  const old = `/**\n Export to JSON plugin for PHPMyAdmin\n @version 0.1\n */\n\n// Database 'lhh'\n\n// lhh.x7_categories\n\n${JSON.stringify(rows)}\n\n// lhh.x7_content\n\n${JSON.stringify(content)}\n`;

  test('of today and of old, wherever they are cut', async () => {
    for (const file of [today, old])
      for (const size of [1, 7, 1_000]) {
        const all = await read(file, size);
        assert.deepEqual(
          of(all, 'article').map(({ title, publishedAt }) => [title, publishedAt]),
          [['Bài \\ {', '2019-05-20T01:30:00Z']],
        );
        assert.deepEqual(
          of(all, 'section').map(({ name }) => name),
          ['Tin "}{"'],
        );
      }
  });
});

describe('what is none of it, or means harm', () => {
  const refused = (file: string) =>
    read(file).then(
      () => 'read',
      (error: { code: string }) => error.code,
    );
  test('each is refused with its reason', async () => {
    assert.equal(await refused(''), 'empty_file');
    assert.equal(await refused('hello'), 'no_joomla');
    assert.equal(await refused('[{"type":"table"'), 'json_cut_off');
    assert.equal(await refused("INSERT INTO `j_content` (`id`) VALUES (1),(2,'x"), 'sql_cut_off');
  });
  test('a row without an end fills no memory', async () => {
    const endless = function* () {
      yield "INSERT INTO `j_content` (`id`) VALUES ('";
      for (let n = 0; n < 2_000; n += 1) yield 'x'.repeat(1_000_000);
    };
    await assert.rejects(listed(readJoomla([made(endless())])), { code: 'sql_too_long' });
  });
});

test('plugins in the text: films become links, others go and are told', () => {
  const problems = new Problems();
  const { html } = prepared(
    'a {vimeo}123{/vimeo} {gallery}le-2019{/gallery} {rsform 3} {a: b}',
    '',
    problems,
    '1',
  );
  assert.match(html, /^a <p><a href="https:\/\/vimeo\.com\/123">/);
  assert.ok(html.endsWith('{a: b}'));
  assert.deepEqual(
    problems.all().map(({ data }) => data.name),
    ['gallery', 'rsform'],
  );
});
