/** What the page of a customer adds to the style of all plain pages: one column, readable in the sun and by a thumb. */
export const LOOK =
  'body{margin:1.5rem auto 3rem;padding:0 1rem;overflow-wrap:break-word}' +
  'section,footer{border-top:1px solid #c8ced8;margin-top:1.5rem}' +
  'h2{font-size:1.15rem;margin:1rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}' +
  'ul{list-style:none;margin:0;padding:0}li{padding:.4rem 0}' +
  '.sum{font-size:2rem;font-weight:700;line-height:1.2;margin:.25rem 0;color:#0b6b42}' +
  '.soft,footer{color:#4a5565}.said{padding:.75rem 1rem;border-left:.3rem solid #0b6b42;background:#eaf6f0}' +
  '.code{font:700 1.25rem/1.4 ui-monospace,monospace;letter-spacing:.03em}' +
  '.qr{display:block;width:14rem;max-width:100%;height:auto;margin:.5rem 0}' +
  'summary,.more{display:inline-block;padding:.6rem 0;color:#0b5394;cursor:pointer;text-decoration:underline}' +
  'a{color:#0b5394}button{min-height:44px;max-width:100%}:focus-visible{outline:3px solid #0b5394;outline-offset:2px}';
