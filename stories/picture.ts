/** A landscape, made here: stories load nothing from the network. */
export function picture(hue = 210, width = 640, height = 400): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="sky" x2="0" y2="1">
<stop stop-color="hsl(${hue} 70% 62%)"/><stop offset="1" stop-color="hsl(${hue + 40} 85% 86%)"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#sky)"/>
<circle cx="${width * 0.72}" cy="${height * 0.32}" r="${height * 0.11}" fill="hsl(${hue + 180} 90% 90%)"/>
<path fill="hsl(${hue} 38% 46%)" d="M0 ${height * 0.78} L${width * 0.28} ${height * 0.42} L${width * 0.46} ${height * 0.66} L${width * 0.66} ${height * 0.36} L${width} ${height * 0.74} V${height} H0z"/>
<path fill="hsl(${hue} 44% 30%)" d="M0 ${height * 0.9} Q${width * 0.3} ${height * 0.68} ${width * 0.58} ${height * 0.86} T${width} ${height * 0.82} V${height} H0z"/>
</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
