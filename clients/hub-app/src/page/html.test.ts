import { expect, test } from '@jest/globals';
import { html } from './html.ts';

test('a name cannot become a part of the page', () => {
  const name = `<script>alert("x")</script> & 'Fils'`;
  const { text } = html`<p title="${name}">${name}</p>`;
  expect(text).toBe(
    `<p title="${'&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; &#38; &#39;Fils&#39;'}">${'&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; &#38; &#39;Fils&#39;'}</p>`,
  );
});

test('what html made stays as it is, lists stand one behind the other, and nothing shows nothing', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.text).toBe('<ul><li>a</li><li>b</li></ul>0');
});
