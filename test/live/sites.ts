/* The pages of a made-up ministry, written for these tests. */

const page = (title: string, main: string): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head>
<body><header><nav><a href="/">Accueil</a></nav></header>
<main><h1>${title}</h1>${main}</main>
<footer><p>Ministère de l'Intérieur</p></footer></body></html>`;

const regions = ['Rif', 'Atlas', 'Souss', 'Oriental'];

/** One row for each polling station; the sums are right, as they are in real results. */
export const stations = (): string => {
  const header =
    'Région;Circonscription;Commune;Code bureau de vote;Bureau de vote;Inscrits;Votants;Bulletins nuls;Bulletins blancs;Suffrages exprimés;Liste Rose;Liste Verte;Liste Bleue';
  const rows = Array.from({ length: 480 }, (_, index) => {
    const region = regions[index % regions.length];
    const registered = 320 + ((index * 37) % 260);
    const voters = Math.floor(registered * 0.61);
    const invalid = 3 + (index % 7);
    const blank = 2 + (index % 5);
    const valid = voters - invalid - blank;
    const first = Math.floor(valid * 0.42);
    const second = Math.floor(valid * 0.35);
    const circonscription = `${region} ${1 + (Math.floor(index / 4) % 23)}`;
    const place = [
      region,
      circonscription,
      `Commune ${1 + (index % 120)}`,
      `BV-${10_000 + index}`,
      `École ${index + 1}`,
    ];
    return [...place, registered, voters, invalid, blank, valid, first, second, valid - first - second].join(';');
  });
  return `${header}\n${rows.join('\n')}\n`;
};

/** A PDF of one page with a line of text, small enough to be written by hand. */
export const pdf = (line: string): Buffer => {
  const content = `BT /F1 12 Tf 40 700 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
};

/** Everything the server holds. */
export const files: Readonly<Record<string, string | Buffer>> = {
  'open/index.html': page(
    'Résultats des élections législatives par bureau de vote, scrutin du 4 octobre 2026',
    `<p>Résultats définitifs de la Chambre des représentants, publiés par le Ministère de l'Intérieur le 12 octobre 2026.</p>
     <ul><li><a href="resultats-legislatives-2026-bureaux-de-vote.csv">Résultats par bureau de vote, toutes les circonscriptions (CSV)</a></li></ul>
     <p>Licence : <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution 4.0 International</a></p>`,
  ),
  'open/resultats-legislatives-2026-bureaux-de-vote.csv': stations(),
  'pdf/index.html': page(
    'Résultats des élections législatives',
    '<p>Procès-verbal des résultats : <a href="resultats.pdf">Résultats des élections (PDF)</a></p>',
  ),
  'pdf/resultats.pdf': pdf('Resultats des elections legislatives: Liste Rose 42 sieges, Liste Verte 35 sieges'),
  'login/index.html': page(
    'Connexion',
    `<p>Veuillez vous connecter pour consulter les résultats.</p>
     <form method="post" action="/login/session"><label>Identifiant <input name="user"></label>
     <label>Mot de passe <input type="password" name="password"></label><button>Se connecter</button></form>`,
  ),
};

/** What nginx says besides: where data sits behind a log-in, and a redirect to where nobody is let in. */
export const locations = `
  location = /resultats { return 302 /login/; }
  location = /inside { return 302 http://169.254.169.254/latest/meta-data/; }
`;
