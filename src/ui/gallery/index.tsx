import { ButtonLink } from '../button.tsx';
import { Controls, Feedback, Navigation } from './components.tsx';
import { Blocks, Tables, Tasks } from './data.tsx';
import { EditorPage } from './editor.tsx';
import { FormPage, ListPage } from './forms.tsx';
import { type GalleryProps, here, Office } from './frames.tsx';
import { Benchmark, HomePage, LostPage, SignInPage } from './pages.tsx';
import { words } from './vi.ts';

export type { GalleryProps } from './frames.tsx';

/** Every component on one page, with the longest content it may meet. */
export function Gallery(props: GalleryProps) {
  return (
    <Office
      {...props}
      title={words.title}
      intro={words.intro}
      current={0}
      action={
        <ButtonLink kind="primary" icon="plus" href={here}>
          {words.buttons.record}
        </ButtonLink>
      }
    >
      <Controls />
      <Feedback />
      <Navigation />
      <Tables />
      <Tasks />
      <Blocks />
    </Office>
  );
}

/** The pages that tests and pictures look at, by the name in their address. */
export const galleryPages = {
  'thanh-phan': Gallery,
  'trang-chu': HomePage,
  'bang-so-sanh': Benchmark,
  'bieu-mau': FormPage,
  'soan-thao': EditorPage,
  'danh-sach': ListPage,
  'dang-nhap': SignInPage,
  'khong-thay': LostPage,
} as const;

export type GalleryName = keyof typeof galleryPages;
