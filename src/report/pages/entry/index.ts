import { html } from '../../../render/template.ts';
import { paths } from '../../paths.ts';
import { entryStatements } from '../../statements.ts';
import { categoryName, type PageBody, type PageView, placeName } from '../../view.ts';
import { entryDetails } from './details.ts';
import { entryHead, entrySays } from './fold.ts';
import type { EntryScene } from './scene.ts';

export type { EntryScene } from './scene.ts';

/** One category in one place and year: every answer with its evidence. */
export const entryPage = (view: PageView, scene: EntryScene): PageBody => {
  const { review, given } = scene;
  const [place, category] = [review.place?.id ?? '', review.category?.id ?? ''];
  const says = entrySays(view, scene);
  return {
    title: view.words.text('entry.title', {
      place: { said: placeName(view, place) },
      category: { said: categoryName(view, category) },
      year: given.year,
    }),
    says,
    short: categoryName(view, category),
    trail: [
      [paths.year(given.year), String(given.year)],
      [paths.placeYear(given.year, place), placeName(view, place)],
    ],
    main: html`${entryHead(view, scene)}
${entryDetails(view, scene)}`,
    statements: entryStatements(view, scene, says),
    json: scene.plain,
  };
};
